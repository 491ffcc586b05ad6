import { atlasError } from './errors.ts';
import { type Answer, ATLAS_MEDIA_TYPE, json } from './http.ts';

const wholeNumber = (text: string | null, otherwise: number): number =>
  text === null ? otherwise : /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;

/** The page of a list that a query asks for, with each entry as it is told. */
export const pageOf = <T>(found: readonly T[], target: URL, tell: (entry: T) => unknown): Answer => {
  const query = target.searchParams;
  const page = wholeNumber(query.get('pageNum'), 1);
  const size = wholeNumber(query.get('itemsPerPage'), 100);
  if (!(page >= 1)) return atlasError('INVALID_QUERY_PARAMETER', 'pageNum');
  if (!(size >= 1 && size <= 500)) return atlasError('INVALID_QUERY_PARAMETER', 'itemsPerPage');

  const linkTo = (rel: string, number: number) => {
    const link = new URL(target);
    link.searchParams.set('pageNum', String(number));
    return { href: link.href, rel };
  };
  const links = [linkTo('self', page)];
  if (page > 1) links.push(linkTo('previous', page - 1));
  if (found.length > page * size) links.push(linkTo('next', page + 1));
  const results = found.slice((page - 1) * size, page * size).map(tell);
  const totalCount = query.get('includeCount') === 'false' ? 0 : found.length;
  return json(200, { links, results, totalCount }, ATLAS_MEDIA_TYPE);
};
