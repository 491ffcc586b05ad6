import { STATUS_CODES } from 'node:http';
import { type Answer, json } from './http.ts';

type Parameter = string | number;
type Detail = (...parameters: Parameter[]) => string;

const says =
  (text: string): Detail =>
  () =>
    text;

/**
 * Status and detail by error code. Where a comment says "invented", Atlas documents the refusal but no code
 * for it; clients must get by with status and detail there.
 */
const errors = {
  ATLAS_INVALID_MAINTENANCE_WINDOW_DAY_OF_WEEK: [
    400,
    says('The day of week of a maintenance window must be a number between 1 and 7.'),
  ],
  ATLAS_INVALID_MAINTENANCE_WINDOW_HOUR_OF_DAY: [
    400,
    says('The hour of day of a maintenance window must be a number between 0 and 23.'),
  ],
  ATLAS_MAINTENANCE_ALREADY_SCHEDULED: [
    400,
    says('The maintenance window cannot be changed while maintenance is scheduled.'),
  ],
  ATLAS_MAINTENANCE_NOT_SCHEDULED: [400, says('No maintenance is scheduled for this project.')],
  ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED: [400, says('This project has no maintenance window.')],
  ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED: [
    400,
    says('This maintenance has been deferred as often as is allowed.'),
  ],
  NON_COMPLIANT_ATLAS_MAINTENANCE_WINDOW: [
    400,
    date => `Pending maintenance must be completed by ${date}; choose an earlier window.`,
  ],
  INVALID_ATTRIBUTE: [400, name => `Invalid attribute ${name} specified.`],
  INVALID_JSON: [400, says('Received JSON is malformed.')], // invented
  INVALID_QUERY_PARAMETER: [400, name => `Invalid query parameter ${name}.`], // invented
  MAINTENANCE_DEFERRAL_OUT_OF_SPAN: [
    400,
    says('Maintenance can be deferred only between 72 and 48 hours before it starts.'),
  ], // invented
  MAINTENANCE_IN_PROGRESS: [400, says('Maintenance is in progress.')], // invented
  MAINTENANCE_WAVE_NOT_DEFERRABLE: [400, says('Only projects in the last wave can defer maintenance.')], // invented
  MAINTENANCE_WAVE_NO_AUTO_DEFER: [400, says('Auto-defer is not available with maintenance waves.')], // invented
  MAINTENANCE_WAVE_FROM_TAGS: [
    400,
    says('The organization assigns waves from environment tags; a project cannot choose its own.'),
  ], // invented
  UNEXPECTED_ERROR: [500, says('Unexpected error.')],
  USER_UNAUTHORIZED: [401, says('Current user is not authorized to perform this action.')],
  NOT_IN_GROUP: [401, id => `The current user is not in the group ${id}.`],
  IP_ADDRESS_NOT_ON_ACCESS_LIST: [
    403,
    address => `IP address ${address} is not allowed to access this resource.`,
  ],
  GROUP_NOT_FOUND: [404, id => `No group with ID ${id} exists.`],
  RESOURCE_NOT_FOUND: [404, path => `Cannot find resource ${path}.`],
  METHOD_NOT_ALLOWED: [405, method => `The method ${method} is not allowed for this resource.`], // invented
  WRITES_NOT_ALLOWED_DURING_APP_UPGRADES: [
    405,
    says('Writes are not allowed while the application is being upgraded.'),
  ],
  NOT_ACCEPTABLE: [406, says('No version of this resource matches the Accept header.')], // invented
  UNSUPPORTED_MEDIA_TYPE: [415, type => `The content type ${type} is not supported.`], // invented
  // Of the token endpoint: the path, so many requests, in so many minutes. None of them is a time to wait.
  RATE_LIMITED: [429, (path, limit) => `No more than ${limit} requests to ${path} a minute.`],
  RATE_LIMITED_TOKEN_BUCKET: [
    429,
    (resource, seconds) => `Rate limit of ${resource} exceeded; retry after ${seconds} seconds.`,
  ],
  SERVICE_UNAVAILABLE: [503, says('The service is temporarily unavailable.')],
} satisfies Record<string, [status: number, detail: Detail]>;

export type ErrorCode = keyof typeof errors;

/** An error in Atlas's shape. */
export const errorAnswer = (
  status: number,
  errorCode: string,
  detail: string,
  parameters: Parameter[] = [],
  more: object = {},
): Answer =>
  json(status, {
    detail,
    error: status,
    errorCode,
    parameters,
    reason: STATUS_CODES[status] ?? '',
    ...more,
  });

/** The answer for a known error code, its parameters put into the detail. */
export const atlasError = (code: ErrorCode, ...parameters: Parameter[]): Answer => {
  const [status, detail]: [number, Detail] = errors[code];
  return errorAnswer(status, code, detail(...parameters), parameters);
};

/** A 400 that names the attribute and the rule it broke. */
export const attributeError = (field: string, description: string): Answer =>
  errorAnswer(400, 'INVALID_ATTRIBUTE', `Invalid attribute ${field} specified.`, [field], {
    badRequestDetail: { fields: [{ field, description }] },
  });

/** 401 as recorded for a request without, or with a wrong, answer to the challenge. */
export const unauthorized = (challenges: string | string[]): Answer => {
  const answer = errorAnswer(401, 'UNEXPECTED_ERROR', 'You are not authorized for this resource.');
  return { ...answer, headers: { ...answer.headers, 'WWW-Authenticate': challenges } };
};

/** An error in the shape of RFC 6749. */
export const oauthError = (status: number, error: string, description: string): Answer =>
  json(status, { error, error_description: description });
