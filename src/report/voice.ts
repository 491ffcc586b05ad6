/** How a step speaks where it runs: to a runner in workflow commands, at a terminal as to a person. */

import * as core from '@actions/core';

export interface Properties {
  readonly title?: string;
}

/** What comes here has lost its secrets. */
export interface Voice {
  info(line: string): void;
  debug(line: string): void;
  notice(message: string, properties?: Properties): void;
  warning(message: string, properties?: Properties): void;
  error(message: string, properties?: Properties): void;
  /** The verdict of a step that succeeded: no annotation. */
  success(message: string): void;
  startGroup(title: string): void;
  endGroup(): void;
  /** For a terminal alone: on a runner the summary has a better one. */
  picture(text: string): void;
  /** Has whoever reads along hide a secret. */
  hide(secret: string): void;
}

/** Lines that no runner takes for a command, whoever wrote their words. */
const inert = (lines: string) => lines.replace(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '# #[');

export const runner: Voice = {
  info: line => core.info(inert(line)),
  debug: core.debug,
  notice: core.notice,
  warning: core.warning,
  error: core.error,
  success: message => core.info(inert(message)),
  startGroup: core.startGroup,
  endGroup: core.endGroup,
  picture: () => {},
  hide: core.setSecret,
};

type Settings = Readonly<Record<string, string | undefined>>;

const BOLD = 1;
const DIM = 2;
const RED = 31;
const GREEN = 32;
const YELLOW = 33;
const CYAN = 36;

/** As https://no-color.org and https://force-color.org ask for it. */
const takesColour = ({ FORCE_COLOR, NO_COLOR, TERM }: Settings, isTerminal: boolean): boolean =>
  FORCE_COLOR ? FORCE_COLOR !== '0' : !NO_COLOR && TERM !== 'dumb' && isTerminal;

/** Marks and indents in place of commands, in colour where it is taken. A mask would show what nobody hides here. */
export function terminal(
  env: Settings,
  out: { readonly isTTY?: boolean; write(text: string): unknown } = process.stdout,
): Voice {
  const colours = takesColour(env, out.isTTY === true);
  const debugs = env.RUNNER_DEBUG === '1' || env.ACTIONS_STEP_DEBUG === 'true';
  const painted = (colour: number, text: string) => (colours ? `\x1b[${colour}m${text}\x1b[0m` : text);
  let indent = '';
  const write = (text: string) => {
    out.write(`${inert(text).replace(/^(?=.)/gm, indent)}\n`);
  };
  /** The mark is for whoever sees no colour; the first line says what there is to say, the others why. */
  const marked = (mark: string, colour: number) => (message: string) => {
    const [first = '', ...others] = message.split('\n');
    write([painted(colour, `${mark} ${first}`), ...others.map(line => `  ${line}`)].join('\n'));
  };
  return {
    info: write,
    debug: line => {
      if (debugs) write(painted(DIM, line));
    },
    notice: marked('•', CYAN),
    warning: marked('!', YELLOW),
    error: marked('✗', RED),
    success: marked('✓', GREEN),
    startGroup(title) {
      write(painted(BOLD, title));
      indent = '  ';
    },
    endGroup() {
      indent = '';
      write('');
    },
    picture: text => write(`\n${text}`),
    hide: () => {},
  };
}
