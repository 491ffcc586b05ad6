import { type Done, type Project, read } from './project.ts';

/** GET. */
export async function get(project: Project): Promise<Done> {
  await read(project);
  return { did: 'read' };
}
