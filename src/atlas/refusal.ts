import { isIP } from 'node:net';
import type { Answer } from './answer.ts';
import { parseHttpDate } from './clock.ts';
import { AtlasError } from './errors.ts';

/** The input that names what Atlas was asked about; absent: none does. */
export type NamingInput = 'groupId' | 'orgId' | undefined;

/** What the sentences about a refusal need to know. */
export interface Circumstances {
  /** An infinitive: `read the maintenance window`. */
  readonly doing: string;
  readonly input: NamingInput;
  /** Whose fault a 401 is, and what to do about it. */
  readonly unauthorized: string;
  /** Makes a server's text safe to show: no secret, no control character, no workflow command. */
  safe(text: string): string;
  /** Epoch milliseconds, for a Retry-After that is a date in an answer that has no date of its own. */
  readonly now: number;
}

/** What an error body says; `{}` where there is none that can be read. Only for wording: nothing in it is sure. */
interface Complaint {
  readonly code?: string;
  readonly detail?: string;
  readonly parameters?: readonly unknown[];
  readonly html?: boolean;
}

type Sentence = string | ((complaint: Complaint) => string);

/** Codes of a 401 that is about rights: the credential itself is good. */
const RIGHTS = new Set(['USER_UNAUTHORIZED', 'NOT_IN_GROUP', 'USER_CANNOT_ACCESS_GROUP']);

export const isAboutRights = (answer: Answer) => RIGHTS.has(complaintOf(answer).code ?? '');

/**
 * Is it certain that the credential is what Atlas refuses? A gateway's page or a code that nobody knows may be about
 * this one request.
 */
export const isAboutCredential = (answer: Answer) => {
  const { code, html } = complaintOf(answer);
  return answer.status === 401 && !html && (code === undefined || code === 'UNEXPECTED_ERROR');
};

const says = ({ detail }: Complaint) => (detail ? `. Atlas says: ${detail.replace(/[.!?]$/, '')}` : '');

const noProject =
  'No such project, or the credential cannot see it. Check groupId, and that the key or service account is a member of that project';

const noOrganization =
  'No such organization, or the credential cannot see it. Check orgId, and that the key or service account has the role Organization Member in it';

const accessList: Sentence = ({ parameters }) => {
  const address = parameters?.find((value): value is string => typeof value === 'string' && isIP(value) > 0);
  return `The address of this runner${address ? `, ${address},` : ''} is not on the API access list. Add it to the access list of the API key or service account in Atlas, or use a runner with a fixed address`;
};

const rateLimited = 'Atlas allows no more requests at the moment';

/** The one 405 that passes by itself. */
const UPGRADE = 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES';

/** By errorCode: what the user needs to hear. */
const SENTENCES = new Map<string, Sentence>(
  Object.entries({
    ATLAS_MAINTENANCE_NOT_SCHEDULED:
      'Atlas has no maintenance scheduled for this project, so there is nothing to defer or to start',
    ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED:
      'This maintenance has been deferred twice already, and Atlas allows no more. Plan for it at its scheduled time, or start it now with startASAP',
    ATLAS_MAINTENANCE_ALREADY_SCHEDULED:
      'Maintenance is scheduled, and until it completes the window is frozen. Change the window afterwards; to move this maintenance, defer it',
    ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED:
      'The project has no maintenance window. Set one first, with operation update, dayOfWeek and hourOfDay',
    ATLAS_INVALID_MAINTENANCE_WINDOW_DAY_OF_WEEK: complaint =>
      `Atlas refused the day: dayOfWeek goes from 1 (Sunday) to 7 (Saturday)${says(complaint)}`,
    ATLAS_INVALID_MAINTENANCE_WINDOW_HOUR_OF_DAY: complaint =>
      `Atlas refused the hour: hourOfDay goes from 0 to 23${says(complaint)}`,
    NON_COMPLIANT_ATLAS_MAINTENANCE_WINDOW: complaint =>
      `With this window the pending maintenance would come too late. Choose a day and hour before its date${says(complaint)}`,
    USER_UNAUTHORIZED:
      'The role of the credential is too low. Reading takes Project Read Only, changing takes Project Owner',
    NOT_IN_GROUP: noProject,
    USER_CANNOT_ACCESS_GROUP: noProject,
    GROUP_NOT_FOUND: noProject,
    RESOURCE_NOT_FOUND: noProject,
    IP_ADDRESS_NOT_ON_ACCESS_LIST: accessList,
    IP_ADDRESS_NOT_ON_WHITELIST: accessList,
    ORG_REQUIRES_ACCESS_LIST: accessList,
    ORG_REQUIRES_WHITELIST: accessList,
    [UPGRADE]: 'Atlas is being upgraded and takes no changes at the moment',
    RATE_LIMITED_TOKEN_BUCKET: rateLimited,
    RATE_LIMITED: rateLimited,
    access_denied: complaint =>
      `Atlas issued no access token to the service account. If it has reached its limit of 100 live tokens, revoke some, or wait until they expire, within the hour${says(complaint)}`,
    invalid_client:
      'Atlas refused the service account: the client ID or the client secret is wrong, or the secret has expired. Check clientId and clientSecret',
  } satisfies Record<string, Sentence>),
);

/** Codes of a path that leads nowhere. */
const NOWHERE = new Set(['GROUP_NOT_FOUND', 'RESOURCE_NOT_FOUND']);

function sentenceOf(code: string, input: NamingInput): Sentence | undefined {
  if (input === 'orgId' && (RIGHTS.has(code) || NOWHERE.has(code))) return noOrganization;
  return input === undefined && NOWHERE.has(code) ? undefined : SENTENCES.get(code);
}

/** Turns an answer that is not a success into an error with a sentence for the user. */
export function refusal(answer: Answer, circumstances: Circumstances): AtlasError {
  const { status } = answer;
  if (status >= 300 && status < 400) return redirected(answer, circumstances);
  const said = complaintOf(answer);
  const complaint = said.detail === undefined ? said : { ...said, detail: circumstances.safe(said.detail) };
  const sentence =
    sentenceOf(complaint.code ?? '', circumstances.input) ??
    byStatus(status, circumstances, isAboutCredential(answer));
  const passing = status === 429 || status >= 500 || (status === 405 && complaint.code === UPGRADE);
  return new AtlasError({
    code: complaint.code === undefined ? `HTTP_${status}` : circumstances.safe(complaint.code),
    status,
    message: typeof sentence === 'string' ? sentence : sentence(complaint),
    // A server that did not wait any longer says 408: what it had passed on goes its way.
    outcome: status >= 500 || status === 408 ? 'unknown' : 'refused',
    retryable: passing,
    retryAfterMs: passing ? retryAfter(answer, complaint, circumstances.now) : undefined,
  });
}

/** For codes that no table knows. */
function byStatus(
  status: number,
  { doing, input, unauthorized }: Circumstances,
  aboutCredential: boolean,
): Sentence {
  const answered = `Atlas answered ${status} to the request to ${doing}`;
  const by = ({ html }: Complaint) =>
    html ? ', with an HTML page instead of JSON: a gateway or proxy answered in its place' : '';
  if (aboutCredential) return unauthorized;
  if (status === 401)
    return complaint =>
      `${answered}${by(complaint)}${says(complaint)}. The credential may be wrong, or may lack a right: check both`;
  if (status === 404)
    return complaint =>
      `${answered}${by(complaint)}. Check ${input === undefined ? '' : `${input} and `}baseUrl${says(complaint)}`;
  if (status === 429) return `${answered}: too many requests`;
  return complaint => `${answered}${by(complaint)}${says(complaint)}`;
}

function redirected({ status, headers }: Answer, { doing, safe }: Circumstances): AtlasError {
  // Made safe before it is parsed too, as parsing may spell a secret in another way.
  const location = safe(String(headers.location));
  const host = URL.parse(location)?.host;
  return new AtlasError({
    code: 'REDIRECT',
    status,
    message: `The request to ${doing} was answered with a redirect (${status})${host ? ` to ${safe(host)}` : ''}, which is never followed. Check baseUrl and the proxy`,
    outcome: 'refused',
  });
}

export const isHtml = ({ headers, text }: Answer) =>
  /^\s*</.test(text) || /\bhtml\b/i.test(String(headers['content-type'] ?? ''));

/** Reads both error shapes, Atlas's own and OAuth's (`error` is a number in one, a name in the other). */
function complaintOf(answer: Answer): Complaint {
  if (isHtml(answer)) return { html: true };
  const body = parseOrNothing(answer.text);
  if (typeof body !== 'object' || body === null) return {};
  const {
    errorCode,
    error,
    detail,
    error_description,
    parameters,
    badRequestDetail,
  }: Record<string, unknown> = {
    ...body,
  };
  const code = [errorCode, error].find(
    (value): value is string => typeof value === 'string' && /^\w{1,100}$/.test(value),
  );
  const texts = [detail, error_description, ...fieldsOf(badRequestDetail)].filter(
    (value): value is string => typeof value === 'string' && value !== '',
  );
  return {
    ...(code === undefined ? {} : { code }),
    ...(texts.length === 0 ? {} : { detail: texts.join('; ') }),
    ...(Array.isArray(parameters) ? { parameters } : {}),
  };
}

/** `badRequestDetail.fields[]`: which field, and what is wrong with it. */
function fieldsOf(badRequestDetail: unknown): string[] {
  const { fields }: { fields?: unknown } = { ...(badRequestDetail as object | null) }; // spreading anything is safe
  if (!Array.isArray(fields)) return [];
  return fields.flatMap(entry => {
    const { field, description }: Record<string, unknown> = { ...entry };
    return typeof field === 'string' && typeof description === 'string' ? [`${field}: ${description}`] : [];
  });
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Milliseconds to wait: `Retry-After` in seconds or as a date, else what the body says. Only the parameters of this one
 * code hold a time, `[resource, seconds, …]`; in the token endpoint's `RATE_LIMITED` a limit stands in its place.
 */
function retryAfter({ headers }: Answer, { code, parameters }: Complaint, now: number): number | undefined {
  const header = headers['retry-after'];
  if (typeof header === 'string') {
    if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
    const date = parseHttpDate(header);
    if (date !== undefined) return Math.max(0, date - (parseHttpDate(headers.date) ?? now));
  }
  if (code !== 'RATE_LIMITED_TOKEN_BUCKET') return undefined;
  const inBody = parameters?.[1];
  const wait = typeof inBody === 'string' && /^\d{1,9}$/.test(inBody) ? Number(inBody) : inBody;
  return typeof wait === 'number' && wait >= 0 && wait < 1e9 ? wait * 1000 : undefined;
}
