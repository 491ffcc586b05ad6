import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
import {
  __toESM,
  require_tunnel
} from "./chunk-6EUUDOK6.js";

// src/text.ts
function plain(text, max = 300) {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]+/gu, " ").replace(/ {2,}/g, " ").replaceAll("##[", "# #[").replace(/:(?=:)/g, ": ").trim();
  return line.length > max ? `${line.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}…` : line;
}
var quoted = (text, max = 80) => `"${plain(text, max)}"`;
var MIN_LINE = 8;
var secretParts = (secret) => [secret, ...secret.split(/[\r\n]+/).filter((line) => line.length >= MIN_LINE)].filter((part) => part !== "");
var spellings = (secret) => [
  secret,
  encodeURIComponent(secret.toWellFormed()),
  JSON.stringify(secret).slice(1, -1)
];
function redactor(secrets) {
  const known2 = [...new Set([...secrets].flatMap(secretParts).flatMap(spellings))].sort(
    (a, b) => b.length - a.length
  );
  return (text) => known2.reduce((left, secret) => left.replaceAll(secret, "***"), text);
}
var listed = (parts, word = "and") => parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;

// src/atlas/clock.ts
var TOLERATED_SKEW_MS = 6e4;
var IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
function parseHttpDate(text) {
  const time = IMF_FIXDATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? void 0 : time;
}
function createClock() {
  let skew;
  let offset;
  return {
    heard(date2) {
      const atlas = date2 === void 0 ? void 0 : parseHttpDate(date2);
      if (atlas === void 0) return;
      const difference = Date.now() - atlas;
      const differs = Math.abs(difference) > TOLERATED_SKEW_MS;
      skew = differs ? difference : void 0;
      offset = differs ? atlas - performance.now() : void 0;
    },
    now: () => offset === void 0 ? Date.now() : Math.round(offset + performance.now()),
    skew: () => skew
  };
}

// src/atlas/deadline.ts
var MAX_TIMER_MS = 2 ** 31 - 1;
function createDeadline(timeoutMs, cancelled) {
  const end = performance.now() + timeoutMs;
  const controller = new AbortController();
  const timeUp = () => controller.abort(new DOMException("The deadline has passed.", "TimeoutError"));
  setTimeout(timeUp, Math.min(timeoutMs, MAX_TIMER_MS)).unref();
  if (cancelled?.aborted) controller.abort(cancelled.reason);
  cancelled?.addEventListener("abort", () => controller.abort(cancelled.reason), { once: true });
  return {
    signal: controller.signal,
    remaining: () => Math.max(0, end - performance.now()),
    total: timeoutMs
  };
}

// src/atlas/digest.ts
import { createHash, randomBytes } from "node:crypto";

// src/atlas/errors.ts
var AtlasError = class _AtlasError extends Error {
  name = "AtlasError";
  code;
  outcome;
  status;
  retryable;
  retryAfterMs;
  #failure;
  constructor(failure) {
    super(`${failure.message} (${failure.code})`);
    this.#failure = failure;
    this.code = failure.code;
    this.outcome = failure.outcome;
    this.status = failure.status;
    this.retryable = failure.retryable ?? false;
    this.retryAfterMs = failure.retryAfterMs;
  }
  /** The same failure, known to have had no effect or not. */
  as(outcome) {
    return new _AtlasError({ ...this.#failure, outcome });
  }
  /** The same failure with one more sentence. */
  with(sentence2) {
    return new _AtlasError({ ...this.#failure, message: `${this.#failure.message}. ${sentence2}` });
  }
};
var seconds = (ms) => `${ms < 1e4 ? Math.ceil(ms / 100) / 10 : Math.ceil(ms / 1e3)} s`;
function interrupted(deadline, doing, outcome) {
  const { reason: reason2 } = deadline.signal;
  if (!(reason2 instanceof DOMException && reason2.name === "TimeoutError"))
    return new AtlasError({
      code: "CANCELLED",
      message: `The run was cancelled before Atlas had answered the request to ${doing}`,
      outcome
    });
  return new AtlasError({
    code: "TIMEOUT",
    message: `The timeout of ${seconds(deadline.total)} was over before Atlas had answered the request to ${doing}. If Atlas is reachable from this runner, allow more with the input timeout`,
    outcome
  });
}
function noAnswer(error2, doing) {
  const { code, text, sent } = networkFault(error2);
  const fault = { outcome: sent ? "unknown" : "refused" };
  const request = `Atlas gave no answer to the request to ${doing}`;
  if (code === "ERR_INVALID_CHAR")
    return new AtlasError({
      ...fault,
      code: "INVALID_CREDENTIAL",
      outcome: "refused",
      message: "The credential holds a character that no HTTP header can carry, such as a line break. Store the secret again without it"
    });
  if (code === "ERR_INVALID_URL" || error2 instanceof URIError)
    return new AtlasError({
      code: "PROXY_FAILED",
      outcome: "refused",
      message: "The proxy setting https_proxy of the runner is no URL. Correct it, or clear it if Atlas can be reached directly"
    });
  if (code === "ENOTFOUND")
    return new AtlasError({
      ...fault,
      code: "NO_SUCH_HOST",
      message: `${request}: its host name is unknown here. Check baseUrl, and the name server of the runner`
    });
  if (NO_TLS.test(code))
    return new AtlasError({
      ...fault,
      code: "TLS_FAILED",
      outcome: "refused",
      message: `${request}: no trusted TLS connection (${code}). If a proxy of your network signs connections, name its certificate in NODE_EXTRA_CA_CERTS`
    });
  if (code.startsWith("HPE_"))
    return new AtlasError({
      ...fault,
      code: "UNREADABLE_ANSWER",
      message: `What answered the request to ${doing} does not speak HTTP (${code}). Check baseUrl and the proxy`
    });
  const proxy = /tunneling socket could not be established, (?:statusCode=(\d{3}))?/.exec(text);
  if (proxy)
    return new AtlasError({
      code: "PROXY_FAILED",
      message: `The proxy that https_proxy names opened no connection to Atlas${proxy[1] ? ` (it answered ${proxy[1]})` : ""}. Check the variable, the proxy and its list of allowed hosts`,
      outcome: "refused",
      retryable: !proxy[1]?.startsWith("4")
    });
  return new AtlasError({
    ...fault,
    code: "NO_ANSWER",
    message: `${request}: ${NETWORK_FAULTS.get(code) ?? `the connection broke (${code})`}`,
    retryable: true
  });
}
var NO_TLS = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_CERT_|ERR_SSL_WRONG_VERSION_NUMBER)/;
var CUT = "the connection was cut before the answer was complete";
var NETWORK_FAULTS = /* @__PURE__ */ new Map([
  ["ECONNREFUSED", "the connection was refused (ECONNREFUSED)"],
  ["ECONNRESET", CUT],
  ["ERR_STREAM_PREMATURE_CLOSE", CUT],
  ["EAI_AGAIN", "its host name could not be looked up at the moment (EAI_AGAIN)"]
]);
function networkFault(error2) {
  const first = error2 instanceof AggregateError ? error2.errors[0] : error2;
  if (!(first instanceof Error)) return { code: "UNKNOWN", text: "", sent: true };
  const code = "code" in first && typeof first.code === "string" ? first.code : first.name;
  const sent = !("syscall" in first && (first.syscall === "connect" || first.syscall === "getaddrinfo"));
  return { code, text: first.message, sent };
}
function unreadable(doing, problem, status) {
  return new AtlasError({
    code: "UNREADABLE_ANSWER",
    status,
    message: `Atlas's answer to the request to ${doing} cannot be used: ${problem}. If baseUrl is right, look for a gateway or proxy that answers in its place`,
    outcome: "unknown"
  });
}

// src/atlas/body.ts
var MAX_BODY_BYTES = 2 * 1024 * 1024;
async function readBody(message, doing) {
  const chunks = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES)
      throw new AtlasError({
        code: "TOO_LARGE",
        status: message.statusCode,
        message: `The answer to the request to ${doing} is larger than 2 MiB, which nothing from Atlas is. Check baseUrl and the proxy`,
        outcome: "unknown"
      });
    chunks.push(chunk);
  }
  if (!message.complete) throw Object.assign(new Error("cut short"), { code: "ECONNRESET" });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AtlasError({
      code: "UNREADABLE_ANSWER",
      status: message.statusCode,
      message: `The answer to the request to ${doing} is not valid UTF-8. Check baseUrl and the proxy`,
      outcome: "unknown"
    });
  }
}
async function drain(message) {
  let size = 0;
  try {
    for await (const chunk of message) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) return;
    }
  } catch {
  }
}

// src/atlas/digest.ts
var SCHEME = /[!#$%&'*+.^_`|~\w-]+(?=[\s,]|$)(?!\s*=)/y;
var TOKEN68 = / +[\w.~+/-]+=*(?=\s*(?:,|$))/y;
var PARAMETER = /([!#$%&'*+.^_`|~\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([!#$%&'*+.^_`|~\w-]+))\s*(?=,|$)/y;
function parseChallenges(header) {
  const challenges = [];
  let at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(header);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (; ; ) {
    take(/[\s,]*/y);
    if (at === header.length) return challenges;
    const parameter = take(PARAMETER);
    if (parameter) {
      const [, name = "", quoted2, bare = ""] = parameter;
      challenges.at(-1)?.parameters.set(name.toLowerCase(), quoted2?.replace(/\\(.)/g, "$1") ?? bare);
      continue;
    }
    const scheme = take(SCHEME);
    if (!scheme) return challenges.slice(0, -1);
    challenges.push({ scheme: scheme[0].toLowerCase(), parameters: /* @__PURE__ */ new Map() });
    take(TOKEN68);
  }
}
var HASHES = /* @__PURE__ */ new Map([
  ["MD5", "md5"],
  ["SHA-256", "sha256"]
]);
var digestsOf = (challenges) => challenges.filter(({ scheme }) => scheme === "digest");
function chooseDigest(challenges) {
  for (const { parameters } of digestsOf(challenges)) {
    const realm = parameters.get("realm");
    const nonce = parameters.get("nonce");
    const algorithm = parameters.get("algorithm");
    const [, name = "", session] = /^(.*?)(-sess)?$/.exec((algorithm ?? "MD5").toUpperCase().replace(/-SESS$/, "-sess")) ?? [];
    const hash = HASHES.get(name);
    const offered = parameters.get("qop")?.toLowerCase().split(/[\s,]+/);
    const qop = ["auth", "auth-int"].find((quality) => offered?.includes(quality));
    if (realm === void 0 || nonce === void 0 || hash === void 0) continue;
    if (offered !== void 0 && qop === void 0) continue;
    return {
      realm,
      nonce,
      opaque: parameters.get("opaque"),
      algorithm,
      hash,
      session: session !== void 0,
      qop,
      stale: parameters.get("stale")?.toLowerCase() === "true"
    };
  }
  return void 0;
}
function answerDigest(request) {
  const { challenge, username, password, method, uri, body, count: count2, cnonce } = request;
  const { realm, nonce, opaque, algorithm, qop, session } = challenge;
  const h = (...parts) => createHash(challenge.hash).update(parts.join(":")).digest("hex");
  const nc = count2.toString(16).padStart(8, "0");
  const secret = h(username, realm, password);
  const key = session ? h(secret, nonce, cnonce) : secret;
  const target = qop === "auth-int" ? h(method, uri, h(body)) : h(method, uri);
  const response = qop === void 0 ? h(key, nonce, target) : h(key, nonce, nc, cnonce, qop, target);
  return `Digest ${[
    `username=${quote(username)}`,
    `realm=${quote(realm)}`,
    `nonce=${quote(nonce)}`,
    `uri=${quote(uri)}`,
    ...algorithm === void 0 ? [] : [`algorithm=${algorithm}`],
    ...qop === void 0 ? [] : [`qop=${qop}`, `nc=${nc}`],
    ...qop === void 0 && !session ? [] : [`cnonce=${quote(cnonce)}`],
    `response="${response}"`,
    ...opaque === void 0 ? [] : [`opaque=${quote(opaque)}`]
  ].join(", ")}`;
}
var quote = (text) => `"${text.replace(/["\\]/g, "\\$&")}"`;
function createDigest(publicKey, privateKey) {
  let accepted;
  let challenged;
  const usedBy = /* @__PURE__ */ new WeakMap();
  const sign = (options, session, body) => {
    session.count += 1;
    usedBy.set(options, session);
    options.headers = {
      ...options.headers,
      // the toolkit's client makes a plain object of them
      authorization: answerDigest({
        challenge: session.challenge,
        username: publicKey,
        password: privateKey,
        method: options.method ?? "GET",
        uri: options.path ?? "/",
        body,
        count: session.count,
        cnonce: session.cnonce
      })
    };
  };
  return {
    prepareRequest(options) {
      if (accepted && accepted.challenge.qop !== "auth-int") sign(options, accepted, "");
    },
    canHandleAuthentication(response) {
      challenged = response;
      return digestsOf(challengesIn(response)).length > 0;
    },
    async handleAuthentication(client, info2, data) {
      let response = challenged;
      if (!response) throw new Error("A challenge must be looked at before it is answered.");
      let session = usedBy.get(info2.options);
      for (let answers = 0; ; answers += 1) {
        const challenge = chooseDigest(challengesIn(response));
        if (!challenge) throw unsupported(response);
        await drain(response.message);
        if (session?.challenge.nonce !== challenge.nonce)
          session = { challenge, cnonce: randomBytes(16).toString("hex"), count: 0 };
        sign(info2.options, session, typeof data === "string" ? data : "");
        response = await client.requestRaw(info2, data);
        const again = response.message.statusCode === 401 ? chooseDigest(challengesIn(response)) : void 0;
        if (!again) accepted = session;
        if (!again?.stale || answers > 0) return response;
      }
    }
  };
}
var challengesIn = ({ message }) => parseChallenges(message.headers["www-authenticate"] ?? "");
function unsupported(response) {
  response.message.destroy();
  return new AtlasError({
    code: "UNSUPPORTED_CHALLENGE",
    status: 401,
    message: "The server asks for a kind of HTTP Digest other than MD5 or SHA-256 with qop auth or auth-int, which Atlas does not. Check baseUrl",
    outcome: "refused"
  });
}

// src/atlas/endpoints.ts
var MEDIA_TYPE = "application/vnd.atlas.2023-01-01+json";
var groupPath = (groupId2) => `/api/atlas/v2/groups/${encodeURIComponent(groupId2)}`;
var windowPath = (groupId2) => `${groupPath(groupId2)}/maintenanceWindow`;
var eventsPath = (groupId2) => `${groupPath(groupId2)}/events`;
var TOKEN_PATH = "/api/oauth/token";
var REVOKE_PATH = "/api/oauth/revoke";

// node_modules/valibot/dist/index.mjs
var store$4;
var DEFAULT_CONFIG = {
  lang: void 0,
  message: void 0,
  abortEarly: void 0,
  abortPipeEarly: void 0
};
// @__NO_SIDE_EFFECTS__
function getGlobalConfig(config$1) {
  if (!config$1 && !store$4) return DEFAULT_CONFIG;
  return {
    lang: config$1?.lang ?? store$4?.lang,
    message: config$1?.message,
    abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
    abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
  };
}
var store$3;
// @__NO_SIDE_EFFECTS__
function getGlobalMessage(lang) {
  return store$3?.get(lang);
}
var store$2;
// @__NO_SIDE_EFFECTS__
function getSchemaMessage(lang) {
  return store$2?.get(lang);
}
var store$1;
// @__NO_SIDE_EFFECTS__
function getSpecificMessage(reference, lang) {
  return store$1?.get(reference)?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function _stringify(input) {
  const type = typeof input;
  if (type === "string") return `"${input}"`;
  if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
  if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
  return type;
}
function _addIssue(context, label, dataset, config$1, other) {
  const input = other && "input" in other ? other.input : dataset.value;
  const expected = other?.expected ?? context.expects ?? null;
  const received = other?.received ?? /* @__PURE__ */ _stringify(input);
  const issue2 = {
    kind: context.kind,
    type: context.type,
    input,
    expected,
    received,
    message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
    requirement: context.requirement,
    path: other?.path,
    issues: other?.issues,
    lang: config$1.lang,
    abortEarly: config$1.abortEarly,
    abortPipeEarly: config$1.abortPipeEarly
  };
  const isSchema = context.kind === "schema";
  const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue2.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue2.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue2.lang);
  if (message$1 !== void 0) issue2.message = typeof message$1 === "function" ? message$1(issue2) : message$1;
  if (isSchema) dataset.typed = false;
  if (dataset.issues) dataset.issues.push(issue2);
  else dataset.issues = [issue2];
}
// @__NO_SIDE_EFFECTS__
function _isSameValueZero(value1, value2) {
  return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}
// @__NO_SIDE_EFFECTS__
function _isValidObjectKey(object$1, key) {
  return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}
// @__NO_SIDE_EFFECTS__
function _joinExpects(values$1, separator) {
  const list = [...new Set(values$1)];
  if (list.length > 1) return `(${list.join(` ${separator} `)})`;
  return list[0] ?? "never";
}
function _standardSchema(schema) {
  schema["~standard"] = {
    version: 1,
    vendor: "valibot",
    validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
  };
  return schema;
}
// @__NO_SIDE_EFFECTS__
function getDotPath(issue2) {
  if (issue2.path) {
    let key = "";
    for (const item of issue2.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
    else key += item.key;
    else return null;
    return key;
  }
  return null;
}
var EMOJI_REGEX = new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$", "u");
// @__NO_SIDE_EFFECTS__
function check(requirement, message$1) {
  return {
    kind: "validation",
    type: "check",
    reference: check,
    async: false,
    expects: null,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function transform(operation2) {
  return {
    kind: "transformation",
    type: "transform",
    reference: transform,
    async: false,
    operation: operation2,
    "~run"(dataset) {
      dataset.value = this.operation(dataset.value);
      return dataset;
    }
  };
}
var ABORT_EARLY_CONFIG = { abortEarly: true };
// @__NO_SIDE_EFFECTS__
function getFallback(schema, dataset, config$1) {
  return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema, dataset, config$1) {
  return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
// @__NO_SIDE_EFFECTS__
function is(schema, input) {
  return !schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
}
// @__NO_SIDE_EFFECTS__
function array(item, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "array",
    reference: array,
    expects: "Array",
    async: false,
    item,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (Array.isArray(input)) {
        dataset.typed = true;
        dataset.value = [];
        for (let key = 0; key < input.length; key++) {
          const value$1 = input[key];
          const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input,
              key,
              value: value$1
            };
            for (const issue2 of itemDataset.issues) {
              if (issue2.path) issue2.path.unshift(pathItem);
              else issue2.path = [pathItem];
              dataset.issues?.push(issue2);
            }
            if (!dataset.issues) dataset.issues = itemDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!itemDataset.typed) dataset.typed = false;
          dataset.value.push(itemDataset.value);
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function boolean(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "boolean",
    reference: boolean,
    expects: "boolean",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "boolean") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function custom(check$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "custom",
    reference: custom,
    expects: "unknown",
    async: false,
    check: check$1,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.check(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function literal(literal_, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "literal",
    reference: literal,
    expects: /* @__PURE__ */ _stringify(literal_),
    async: false,
    literal: literal_,
    message: message$1,
    "~run"(dataset, config$1) {
      if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function nullish(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullish",
    reference: nullish,
    expects: `(${wrapped.expects} | null | undefined)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === null || dataset.value === void 0) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === null || dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function number(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "number",
    reference: number,
    expects: "number",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function object(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "object",
    reference: object,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input,
                key,
                value: value$1
              };
              for (const issue2 of valueDataset.issues) {
                if (issue2.path) issue2.path.unshift(pathItem);
                else issue2.path = [pathItem];
                dataset.issues?.push(issue2);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
          else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key}"`,
              path: [{
                type: "object",
                origin: "key",
                input,
                key,
                value: input[key]
              }]
            });
            if (config$1.abortEarly) break;
          }
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function picklist(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "picklist",
    reference: picklist,
    expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.options.includes(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function record(key, value$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "record",
    reference: record,
    expects: "Object",
    async: false,
    key,
    value: value$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
          const entryValue = input[entryKey];
          const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
          if (keyDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "key",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue2 of keyDataset.issues) {
              issue2.path = [pathItem];
              dataset.issues?.push(issue2);
            }
            if (!dataset.issues) dataset.issues = keyDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
          if (valueDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "value",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue2 of valueDataset.issues) {
              if (issue2.path) issue2.path.unshift(pathItem);
              else issue2.path = [pathItem];
              dataset.issues?.push(issue2);
            }
            if (!dataset.issues) dataset.issues = valueDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
          if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function string(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "string",
    reference: string,
    expects: "string",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "string") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function unknown() {
  return _standardSchema({
    kind: "schema",
    type: "unknown",
    reference: unknown,
    expects: "unknown",
    async: false,
    "~run"(dataset) {
      dataset.typed = true;
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function pipe(...pipe$1) {
  return _standardSchema({
    ...pipe$1[0],
    pipe: pipe$1,
    "~run"(dataset, config$1) {
      for (const item of pipe$1) if (item.kind !== "metadata") {
        if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
          dataset.typed = false;
          break;
        }
        if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
      }
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function safeParse(schema, input, config$1) {
  const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
  return {
    typed: dataset.typed,
    success: !dataset.issues,
    output: dataset.value,
    issues: dataset.issues
  };
}

// src/atlas/schema.ts
var record2 = custom(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  "a JSON object"
);
function parse(schema, input) {
  const result = safeParse(schema, input, { abortEarly: true });
  if (result.success) return { value: result.output };
  const [issue2] = result.issues;
  const where = getDotPath(issue2) ?? "it";
  return {
    problem: issue2.input === void 0 ? `${where} is missing` : `${where} is ${issue2.received}, not ${issue2.message}`
  };
}

// src/atlas/events.ts
var EVENTS_PER_PAGE = 500;
var MAX_EVENT_PAGES = 20;
function eventsQuery({ eventTypes, minDate }, pageNum) {
  const query = new URLSearchParams();
  for (const eventType of eventTypes) query.append("eventType", eventType);
  query.append("minDate", new Date(minDate).toISOString());
  query.append("itemsPerPage", String(EVENTS_PER_PAGE));
  query.append("pageNum", String(pageNum));
  return query.toString();
}
var ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
var instant = pipe(
  custom(
    (value) => typeof value === "string" && ISO_INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
    "an ISO 8601 instant"
  ),
  transform(Date.parse)
);
var page = pipe(
  record2,
  object({
    results: array(
      pipe(record2, object({ id: nullish(string("text")), created: instant, eventTypeName: string("text") })),
      "a list"
    )
  })
);
function parseEventsPage(json) {
  const parsed = parse(page, json);
  return "problem" in parsed ? parsed : { value: parsed.value.results };
}

// src/atlas/pace.ts
var REFILL_PER_MINUTE = { maintenance: 500, events: 100 };
function createPace() {
  const next = /* @__PURE__ */ new Map();
  const key = ({ groupId: groupId2, resource }) => `${groupId2} ${resource}`;
  const interval = ({ resource }) => 6e4 / REFILL_PER_MINUTE[resource];
  return {
    turn(bucket) {
      const at = next.get(key(bucket));
      if (at === void 0) return 0;
      const now = performance.now();
      next.set(key(bucket), Math.max(at, now) + interval(bucket));
      return Math.max(0, at - now);
    },
    heard(bucket, remaining) {
      if (typeof remaining !== "string" || !/^\d+$/.test(remaining)) return;
      if (Number(remaining) > 0) next.delete(key(bucket));
      else if (!next.has(key(bucket))) next.set(key(bucket), performance.now() + interval(bucket));
    }
  };
}

// src/atlas/refusal.ts
import { isIP } from "node:net";
var RIGHTS = /* @__PURE__ */ new Set(["USER_UNAUTHORIZED", "NOT_IN_GROUP", "USER_CANNOT_ACCESS_GROUP"]);
var isAboutRights = (answer) => RIGHTS.has(complaintOf(answer).code ?? "");
var says = ({ detail }) => detail ? `. Atlas says: ${detail.replace(/\.$/, "")}` : "";
var noProject = "No such project, or the credential cannot see it. Check groupId, and that the key or service account is a member of that project";
var accessList = ({ parameters }) => {
  const address = parameters?.find((value) => typeof value === "string" && isIP(value) > 0);
  return `The address of this runner${address ? `, ${address},` : ""} is not on the API access list. Add it to the access list of the API key or service account in Atlas, or use a runner with a fixed address`;
};
var rateLimited = "Atlas allows no more requests at the moment";
var UPGRADE = "WRITES_NOT_ALLOWED_DURING_APP_UPGRADES";
var SENTENCES = new Map(
  Object.entries({
    ATLAS_MAINTENANCE_NOT_SCHEDULED: "Atlas has no maintenance scheduled for this project, so there is nothing to defer or to start",
    ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED: "This maintenance has been deferred twice already, and Atlas allows no more. Plan for it at its scheduled time, or start it now with startASAP",
    ATLAS_MAINTENANCE_ALREADY_SCHEDULED: "Maintenance is scheduled, and until it completes the window is frozen. Change the window afterwards, or defer the maintenance",
    ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED: "The project has no maintenance window. Set one first, with operation update, dayOfWeek and hourOfDay",
    ATLAS_INVALID_MAINTENANCE_WINDOW_DAY_OF_WEEK: (complaint2) => `Atlas refused the day: dayOfWeek goes from 1 (Sunday) to 7 (Saturday)${says(complaint2)}`,
    ATLAS_INVALID_MAINTENANCE_WINDOW_HOUR_OF_DAY: (complaint2) => `Atlas refused the hour: hourOfDay goes from 0 to 23${says(complaint2)}`,
    NON_COMPLIANT_ATLAS_MAINTENANCE_WINDOW: (complaint2) => `With this window the pending maintenance would come too late. Choose a day and hour before its date${says(complaint2)}`,
    USER_UNAUTHORIZED: "The role of the credential is too low. Reading takes Project Read Only, changing takes Project Owner",
    NOT_IN_GROUP: noProject,
    USER_CANNOT_ACCESS_GROUP: noProject,
    GROUP_NOT_FOUND: noProject,
    RESOURCE_NOT_FOUND: noProject,
    IP_ADDRESS_NOT_ON_ACCESS_LIST: accessList,
    IP_ADDRESS_NOT_ON_WHITELIST: accessList,
    ORG_REQUIRES_ACCESS_LIST: accessList,
    ORG_REQUIRES_WHITELIST: accessList,
    [UPGRADE]: "Atlas is being upgraded and takes no changes at the moment",
    RATE_LIMITED_TOKEN_BUCKET: rateLimited,
    RATE_LIMITED: rateLimited,
    invalid_client: "Atlas refused the service account: the client ID or the client secret is wrong, or the secret has expired. Check clientId and clientSecret"
  })
);
function refusal(answer, circumstances) {
  const { status } = answer;
  if (status >= 300 && status < 400) return redirected(answer, circumstances);
  const said = complaintOf(answer);
  const complaint2 = said.detail === void 0 ? said : { ...said, detail: circumstances.safe(said.detail) };
  const sentence2 = SENTENCES.get(complaint2.code ?? "") ?? byStatus(status, circumstances);
  const passing = status === 429 || status >= 500 || status === 405 && complaint2.code === UPGRADE;
  return new AtlasError({
    code: complaint2.code === void 0 ? `HTTP_${status}` : circumstances.safe(complaint2.code),
    status,
    message: typeof sentence2 === "string" ? sentence2 : sentence2(complaint2),
    outcome: status >= 500 ? "unknown" : "refused",
    retryable: passing,
    retryAfterMs: passing ? retryAfter(answer, complaint2, circumstances.now) : void 0
  });
}
function byStatus(status, { doing, unauthorized: unauthorized2 }) {
  const answered2 = `Atlas answered ${status} to the request to ${doing}`;
  const by = ({ html }) => html ? ", with an HTML page where JSON is due: a gateway or proxy answered in its place" : "";
  if (status === 401) return unauthorized2;
  if (status === 404)
    return (complaint2) => `${answered2}${by(complaint2)}. Check groupId and baseUrl${says(complaint2)}`;
  if (status === 429) return `${answered2}: too many requests`;
  return (complaint2) => `${answered2}${by(complaint2)}${says(complaint2)}`;
}
function redirected({ status, headers }, { doing, safe }) {
  const location = safe(String(headers.location));
  const host = URL.parse(location)?.host;
  return new AtlasError({
    code: "REDIRECT",
    status,
    message: `The request to ${doing} was answered with a redirect (${status})${host ? ` to ${safe(host)}` : ""}, which is never followed. Check baseUrl and the proxy`,
    outcome: "refused"
  });
}
var isHtml = ({ headers, text }) => /^\s*</.test(text) || /\bhtml\b/i.test(String(headers["content-type"] ?? ""));
function complaintOf(answer) {
  if (isHtml(answer)) return { html: true };
  const body = parseOrNothing(answer.text);
  if (typeof body !== "object" || body === null) return {};
  const {
    errorCode,
    error: error2,
    detail,
    error_description,
    parameters,
    badRequestDetail
  } = {
    ...body
  };
  const code = [errorCode, error2].find(
    (value) => typeof value === "string" && /^\w{1,100}$/.test(value)
  );
  const texts = [detail, error_description, ...fieldsOf(badRequestDetail)].filter(
    (value) => typeof value === "string" && value !== ""
  );
  return {
    ...code === void 0 ? {} : { code },
    ...texts.length === 0 ? {} : { detail: texts.join("; ") },
    ...Array.isArray(parameters) ? { parameters } : {}
  };
}
function fieldsOf(badRequestDetail) {
  const { fields } = { ...badRequestDetail };
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((entry) => {
    const { field, description } = { ...entry };
    return typeof field === "string" && typeof description === "string" ? [`${field}: ${description}`] : [];
  });
}
function parseOrNothing(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function retryAfter({ headers }, { parameters }, now) {
  const header = headers["retry-after"];
  if (typeof header === "string") {
    if (/^\d{1,9}$/.test(header)) return Number(header) * 1e3;
    const date2 = parseHttpDate(header);
    if (date2 !== void 0) return Math.max(0, date2 - now);
  }
  const inBody = parameters?.[1];
  const wait = typeof inBody === "string" && /^\d{1,9}$/.test(inBody) ? Number(inBody) : inBody;
  return typeof wait === "number" && wait >= 0 && wait < 1e9 ? wait * 1e3 : void 0;
}

// src/atlas/retry.ts
import { setTimeout as sleep } from "node:timers/promises";
var FIRST_BACKOFF_MS = 1e3;
var LONGEST_BACKOFF_MS = 2e4;
async function retry(attempt, options) {
  const { deadline, log, random = Math.random } = options;
  let before;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error2) {
      if (!(error2 instanceof AtlasError)) throw error2;
      if (before && error2.code === "TIMEOUT")
        throw error2.with(`The attempt before failed: ${before.message}`);
      if (!error2.retryable) throw error2;
      before = error2;
      const backoff = random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempts - 1));
      const wait = Math.max(error2.retryAfterMs ?? 0, backoff);
      if (wait >= deadline.remaining()) throw gaveUp(error2, attempts, wait, deadline);
      log.info(`Attempt ${attempts} failed: ${error2.message}. Trying again in ${seconds(wait)}.`);
      await pause(wait, deadline);
    }
  }
}
async function pause(ms, deadline) {
  await sleep(ms, void 0, { signal: deadline.signal }).catch(() => {
    throw interrupted(deadline, "wait for the next attempt", "refused");
  });
}
function gaveUp(error2, attempts, wait, deadline) {
  const tried = attempts === 1 ? "one attempt" : `${attempts} attempts`;
  const asked = wait === error2.retryAfterMs ? " that Atlas asks for" : "";
  const left = `${seconds(deadline.remaining())} of ${seconds(deadline.total)} are left`;
  return error2.with(
    `Gave up after ${tried}, as the wait of ${seconds(wait)}${asked} leaves nothing of the timeout (${left}): run the job again later, or raise the timeout`
  );
}

// src/atlas/token.ts
var MINT = "mint an access token";
var grant = pipe(record2, object({ access_token: string("text") }));
var usable = pipe(
  record2,
  object({
    // Visible ASCII is what an Authorization header can carry.
    access_token: custom(
      (value) => typeof value === "string" && /^[\x21-\x7e]+$/.test(value),
      "a token"
    ),
    token_type: custom(
      (value) => typeof value === "string" && value.toLowerCase() === "bearer",
      "Bearer"
    )
  })
);
function createTokens(options) {
  const { clientId, clientSecret, send, sendPatiently, readJson, keepSecret } = options;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
  keepSecret(basic);
  const post = (path, doing, body) => ({
    method: "POST",
    path,
    doing,
    headers: {
      accept: "application/json",
      authorization: `Basic ${basic}`,
      "content-type": "application/x-www-form-urlencoded"
    },
    body: new URLSearchParams(body).toString()
  });
  const minted = [];
  let current;
  let renewals = 0;
  const mint = async () => {
    try {
      const answer = await sendPatiently(post(TOKEN_PATH, MINT, { grant_type: "client_credentials" }));
      const json = readJson(answer, MINT);
      const granted = parse(grant, json);
      if ("value" in granted) {
        keepSecret(granted.value.access_token);
        minted.push(granted.value.access_token);
      }
      const parsed = parse(usable, json);
      if ("problem" in parsed) throw unreadable(MINT, "it holds no Bearer token", answer.status);
      return parsed.value.access_token;
    } catch (error2) {
      throw error2 instanceof AtlasError ? error2.as("refused") : error2;
    }
  };
  return {
    current: () => {
      current ??= mint();
      return current;
    },
    async renewed(refused) {
      const asked = current;
      if (await asked !== refused || current !== asked) return current;
      if (renewals > 0) return void 0;
      renewals += 1;
      current = mint();
      return current;
    },
    async revoke() {
      const failures = [];
      await Promise.all(
        minted.map(async (token) => {
          try {
            const body = { token, token_type_hint: "access_token" };
            await send(post(REVOKE_PATH, "revoke the access token", body));
          } catch (error2) {
            failures.push(error2 instanceof Error ? error2.message : "unknown fault");
          }
        })
      );
      const [first] = failures;
      return first === void 0 ? void 0 : `The access token that this step minted could not be revoked; it expires by itself, within the hour as a rule. ${first}`;
    }
  };
}

// node_modules/@actions/http-client/lib/index.js
import * as http from "http";
import * as https from "https";

// node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
  const usingSsl = reqUrl.protocol === "https:";
  if (checkBypass(reqUrl)) {
    return void 0;
  }
  const proxyVar = (() => {
    if (usingSsl) {
      return process.env["https_proxy"] || process.env["HTTPS_PROXY"];
    } else {
      return process.env["http_proxy"] || process.env["HTTP_PROXY"];
    }
  })();
  if (proxyVar) {
    try {
      return new DecodedURL(proxyVar);
    } catch (_a) {
      if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://"))
        return new DecodedURL(`http://${proxyVar}`);
    }
  } else {
    return void 0;
  }
}
function checkBypass(reqUrl) {
  if (!reqUrl.hostname) {
    return false;
  }
  const reqHost = reqUrl.hostname;
  if (isLoopbackAddress(reqHost)) {
    return true;
  }
  const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
  if (!noProxy) {
    return false;
  }
  let reqPort;
  if (reqUrl.port) {
    reqPort = Number(reqUrl.port);
  } else if (reqUrl.protocol === "http:") {
    reqPort = 80;
  } else if (reqUrl.protocol === "https:") {
    reqPort = 443;
  }
  const upperReqHosts = [reqUrl.hostname.toUpperCase()];
  if (typeof reqPort === "number") {
    upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
  }
  for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) {
    if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) {
      return true;
    }
  }
  return false;
}
function isLoopbackAddress(host) {
  const hostLower = host.toLowerCase();
  return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
}
var DecodedURL = class extends URL {
  constructor(url, base) {
    super(url, base);
    this._decodedUsername = decodeURIComponent(super.username);
    this._decodedPassword = decodeURIComponent(super.password);
  }
  get username() {
    return this._decodedUsername;
  }
  get password() {
    return this._decodedPassword;
  }
};

// node_modules/@actions/http-client/lib/index.js
var tunnel = __toESM(require_tunnel(), 1);

// left-out:undici
function ProxyAgent() {
  throw new Error("undici is left out of this bundle");
}

// node_modules/@actions/http-client/lib/index.js
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var HttpCodes;
(function(HttpCodes2) {
  HttpCodes2[HttpCodes2["OK"] = 200] = "OK";
  HttpCodes2[HttpCodes2["MultipleChoices"] = 300] = "MultipleChoices";
  HttpCodes2[HttpCodes2["MovedPermanently"] = 301] = "MovedPermanently";
  HttpCodes2[HttpCodes2["ResourceMoved"] = 302] = "ResourceMoved";
  HttpCodes2[HttpCodes2["SeeOther"] = 303] = "SeeOther";
  HttpCodes2[HttpCodes2["NotModified"] = 304] = "NotModified";
  HttpCodes2[HttpCodes2["UseProxy"] = 305] = "UseProxy";
  HttpCodes2[HttpCodes2["SwitchProxy"] = 306] = "SwitchProxy";
  HttpCodes2[HttpCodes2["TemporaryRedirect"] = 307] = "TemporaryRedirect";
  HttpCodes2[HttpCodes2["PermanentRedirect"] = 308] = "PermanentRedirect";
  HttpCodes2[HttpCodes2["BadRequest"] = 400] = "BadRequest";
  HttpCodes2[HttpCodes2["Unauthorized"] = 401] = "Unauthorized";
  HttpCodes2[HttpCodes2["PaymentRequired"] = 402] = "PaymentRequired";
  HttpCodes2[HttpCodes2["Forbidden"] = 403] = "Forbidden";
  HttpCodes2[HttpCodes2["NotFound"] = 404] = "NotFound";
  HttpCodes2[HttpCodes2["MethodNotAllowed"] = 405] = "MethodNotAllowed";
  HttpCodes2[HttpCodes2["NotAcceptable"] = 406] = "NotAcceptable";
  HttpCodes2[HttpCodes2["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
  HttpCodes2[HttpCodes2["RequestTimeout"] = 408] = "RequestTimeout";
  HttpCodes2[HttpCodes2["Conflict"] = 409] = "Conflict";
  HttpCodes2[HttpCodes2["Gone"] = 410] = "Gone";
  HttpCodes2[HttpCodes2["TooManyRequests"] = 429] = "TooManyRequests";
  HttpCodes2[HttpCodes2["InternalServerError"] = 500] = "InternalServerError";
  HttpCodes2[HttpCodes2["NotImplemented"] = 501] = "NotImplemented";
  HttpCodes2[HttpCodes2["BadGateway"] = 502] = "BadGateway";
  HttpCodes2[HttpCodes2["ServiceUnavailable"] = 503] = "ServiceUnavailable";
  HttpCodes2[HttpCodes2["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers2) {
  Headers2["Accept"] = "accept";
  Headers2["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes2) {
  MediaTypes2["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
var HttpRedirectCodes = [
  HttpCodes.MovedPermanently,
  HttpCodes.ResourceMoved,
  HttpCodes.SeeOther,
  HttpCodes.TemporaryRedirect,
  HttpCodes.PermanentRedirect
];
var HttpResponseRetryCodes = [
  HttpCodes.BadGateway,
  HttpCodes.ServiceUnavailable,
  HttpCodes.GatewayTimeout
];
var RetryableHttpVerbs = ["OPTIONS", "GET", "DELETE", "HEAD"];
var ExponentialBackoffCeiling = 10;
var ExponentialBackoffTimeSlice = 5;
var HttpClientError = class _HttpClientError extends Error {
  constructor(message, statusCode) {
    super(message);
    this.name = "HttpClientError";
    this.statusCode = statusCode;
    Object.setPrototypeOf(this, _HttpClientError.prototype);
  }
};
var HttpClientResponse = class {
  constructor(message) {
    this.message = message;
  }
  readBody() {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
        let output = Buffer.alloc(0);
        this.message.on("data", (chunk) => {
          output = Buffer.concat([output, chunk]);
        });
        this.message.on("end", () => {
          resolve(output.toString());
        });
      }));
    });
  }
  readBodyBuffer() {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
        const chunks = [];
        this.message.on("data", (chunk) => {
          chunks.push(chunk);
        });
        this.message.on("end", () => {
          resolve(Buffer.concat(chunks));
        });
      }));
    });
  }
};
var HttpClient = class {
  constructor(userAgent, handlers, requestOptions) {
    this._ignoreSslError = false;
    this._allowRedirects = true;
    this._allowRedirectDowngrade = false;
    this._maxRedirects = 50;
    this._allowRetries = false;
    this._maxRetries = 1;
    this._keepAlive = false;
    this._disposed = false;
    this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
    this.handlers = handlers || [];
    this.requestOptions = requestOptions;
    if (requestOptions) {
      if (requestOptions.ignoreSslError != null) {
        this._ignoreSslError = requestOptions.ignoreSslError;
      }
      this._socketTimeout = requestOptions.socketTimeout;
      if (requestOptions.allowRedirects != null) {
        this._allowRedirects = requestOptions.allowRedirects;
      }
      if (requestOptions.allowRedirectDowngrade != null) {
        this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
      }
      if (requestOptions.maxRedirects != null) {
        this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
      }
      if (requestOptions.keepAlive != null) {
        this._keepAlive = requestOptions.keepAlive;
      }
      if (requestOptions.allowRetries != null) {
        this._allowRetries = requestOptions.allowRetries;
      }
      if (requestOptions.maxRetries != null) {
        this._maxRetries = requestOptions.maxRetries;
      }
    }
  }
  options(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
    });
  }
  get(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("GET", requestUrl, null, additionalHeaders || {});
    });
  }
  del(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("DELETE", requestUrl, null, additionalHeaders || {});
    });
  }
  post(requestUrl, data, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("POST", requestUrl, data, additionalHeaders || {});
    });
  }
  patch(requestUrl, data, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("PATCH", requestUrl, data, additionalHeaders || {});
    });
  }
  put(requestUrl, data, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("PUT", requestUrl, data, additionalHeaders || {});
    });
  }
  head(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("HEAD", requestUrl, null, additionalHeaders || {});
    });
  }
  sendStream(verb, requestUrl, stream, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request(verb, requestUrl, stream, additionalHeaders);
    });
  }
  /**
   * Gets a typed object from an endpoint
   * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
   */
  getJson(requestUrl_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      const res = yield this.get(requestUrl, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  postJson(requestUrl_1, obj_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
      const data = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      const res = yield this.post(requestUrl, data, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  putJson(requestUrl_1, obj_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
      const data = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      const res = yield this.put(requestUrl, data, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  patchJson(requestUrl_1, obj_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
      const data = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      const res = yield this.patch(requestUrl, data, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  /**
   * Makes a raw http request.
   * All other methods such as get, post, patch, and request ultimately call this.
   * Prefer get, del, post and patch
   */
  request(verb, requestUrl, data, headers) {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._disposed) {
        throw new Error("Client has already been disposed.");
      }
      const parsedUrl = new URL(requestUrl);
      let info2 = this._prepareRequest(verb, parsedUrl, headers);
      const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
      let numTries = 0;
      let response;
      do {
        response = yield this.requestRaw(info2, data);
        if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
          let authenticationHandler;
          for (const handler of this.handlers) {
            if (handler.canHandleAuthentication(response)) {
              authenticationHandler = handler;
              break;
            }
          }
          if (authenticationHandler) {
            return authenticationHandler.handleAuthentication(this, info2, data);
          } else {
            return response;
          }
        }
        let redirectsRemaining = this._maxRedirects;
        while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
          const redirectUrl = response.message.headers["location"];
          if (!redirectUrl) {
            break;
          }
          const parsedRedirectUrl = new URL(redirectUrl);
          if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) {
            throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
          }
          yield response.readBody();
          if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
            for (const header in headers) {
              if (header.toLowerCase() === "authorization") {
                delete headers[header];
              }
            }
          }
          info2 = this._prepareRequest(verb, parsedRedirectUrl, headers);
          response = yield this.requestRaw(info2, data);
          redirectsRemaining--;
        }
        if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) {
          return response;
        }
        numTries += 1;
        if (numTries < maxTries) {
          yield response.readBody();
          yield this._performExponentialBackoff(numTries);
        }
      } while (numTries < maxTries);
      return response;
    });
  }
  /**
   * Needs to be called if keepAlive is set to true in request options.
   */
  dispose() {
    if (this._agent) {
      this._agent.destroy();
    }
    this._disposed = true;
  }
  /**
   * Raw request.
   * @param info
   * @param data
   */
  requestRaw(info2, data) {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve, reject) => {
        function callbackForResult(err, res) {
          if (err) {
            reject(err);
          } else if (!res) {
            reject(new Error("Unknown error"));
          } else {
            resolve(res);
          }
        }
        this.requestRawWithCallback(info2, data, callbackForResult);
      });
    });
  }
  /**
   * Raw request with callback.
   * @param info
   * @param data
   * @param onResult
   */
  requestRawWithCallback(info2, data, onResult) {
    if (typeof data === "string") {
      if (!info2.options.headers) {
        info2.options.headers = {};
      }
      info2.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
    }
    let callbackCalled = false;
    function handleResult(err, res) {
      if (!callbackCalled) {
        callbackCalled = true;
        onResult(err, res);
      }
    }
    const req = info2.httpModule.request(info2.options, (msg) => {
      const res = new HttpClientResponse(msg);
      handleResult(void 0, res);
    });
    let socket;
    req.on("socket", (sock) => {
      socket = sock;
    });
    req.setTimeout(this._socketTimeout || 3 * 6e4, () => {
      if (socket) {
        socket.end();
      }
      handleResult(new Error(`Request timeout: ${info2.options.path}`));
    });
    req.on("error", function(err) {
      handleResult(err);
    });
    if (data && typeof data === "string") {
      req.write(data, "utf8");
    }
    if (data && typeof data !== "string") {
      data.on("close", function() {
        req.end();
      });
      data.pipe(req);
    } else {
      req.end();
    }
  }
  /**
   * Gets an http agent. This function is useful when you need an http agent that handles
   * routing through a proxy server - depending upon the url and proxy environment variables.
   * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
   */
  getAgent(serverUrl) {
    const parsedUrl = new URL(serverUrl);
    return this._getAgent(parsedUrl);
  }
  getAgentDispatcher(serverUrl) {
    const parsedUrl = new URL(serverUrl);
    const proxyUrl = getProxyUrl(parsedUrl);
    const useProxy = proxyUrl && proxyUrl.hostname;
    if (!useProxy) {
      return;
    }
    return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
  }
  _prepareRequest(method, requestUrl, headers) {
    const info2 = {};
    info2.parsedUrl = requestUrl;
    const usingSsl = info2.parsedUrl.protocol === "https:";
    info2.httpModule = usingSsl ? https : http;
    const defaultPort = usingSsl ? 443 : 80;
    info2.options = {};
    info2.options.host = info2.parsedUrl.hostname;
    info2.options.port = info2.parsedUrl.port ? parseInt(info2.parsedUrl.port) : defaultPort;
    info2.options.path = (info2.parsedUrl.pathname || "") + (info2.parsedUrl.search || "");
    info2.options.method = method;
    info2.options.headers = this._mergeHeaders(headers);
    if (this.userAgent != null) {
      info2.options.headers["user-agent"] = this.userAgent;
    }
    info2.options.agent = this._getAgent(info2.parsedUrl);
    if (this.handlers) {
      for (const handler of this.handlers) {
        handler.prepareRequest(info2.options);
      }
    }
    return info2;
  }
  _mergeHeaders(headers) {
    if (this.requestOptions && this.requestOptions.headers) {
      return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
    }
    return lowercaseKeys(headers || {});
  }
  /**
   * Gets an existing header value or returns a default.
   * Handles converting number header values to strings since HTTP headers must be strings.
   * Note: This returns string | string[] since some headers can have multiple values.
   * For headers that must always be a single string (like Content-Type), use the
   * specialized _getExistingOrDefaultContentTypeHeader method instead.
   */
  _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
    let clientHeader;
    if (this.requestOptions && this.requestOptions.headers) {
      const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
      if (headerValue) {
        clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
      }
    }
    const additionalValue = additionalHeaders[header];
    if (additionalValue !== void 0) {
      return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
    }
    if (clientHeader !== void 0) {
      return clientHeader;
    }
    return _default;
  }
  /**
   * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
   * Always returns a single string (not an array) since Content-Type should be a single value.
   * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
   * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
   * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
   */
  _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
    let clientHeader;
    if (this.requestOptions && this.requestOptions.headers) {
      const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
      if (headerValue) {
        if (typeof headerValue === "number") {
          clientHeader = String(headerValue);
        } else if (Array.isArray(headerValue)) {
          clientHeader = headerValue.join(", ");
        } else {
          clientHeader = headerValue;
        }
      }
    }
    const additionalValue = additionalHeaders[Headers.ContentType];
    if (additionalValue !== void 0) {
      if (typeof additionalValue === "number") {
        return String(additionalValue);
      } else if (Array.isArray(additionalValue)) {
        return additionalValue.join(", ");
      } else {
        return additionalValue;
      }
    }
    if (clientHeader !== void 0) {
      return clientHeader;
    }
    return _default;
  }
  _getAgent(parsedUrl) {
    let agent;
    const proxyUrl = getProxyUrl(parsedUrl);
    const useProxy = proxyUrl && proxyUrl.hostname;
    if (this._keepAlive && useProxy) {
      agent = this._proxyAgent;
    }
    if (!useProxy) {
      agent = this._agent;
    }
    if (agent) {
      return agent;
    }
    const usingSsl = parsedUrl.protocol === "https:";
    let maxSockets = 100;
    if (this.requestOptions) {
      maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets;
    }
    if (proxyUrl && proxyUrl.hostname) {
      const agentOptions = {
        maxSockets,
        keepAlive: this._keepAlive,
        proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && {
          proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
        }), { host: proxyUrl.hostname, port: proxyUrl.port })
      };
      let tunnelAgent;
      const overHttps = proxyUrl.protocol === "https:";
      if (usingSsl) {
        tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
      } else {
        tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
      }
      agent = tunnelAgent(agentOptions);
      this._proxyAgent = agent;
    }
    if (!agent) {
      const options = { keepAlive: this._keepAlive, maxSockets };
      agent = usingSsl ? new https.Agent(options) : new http.Agent(options);
      this._agent = agent;
    }
    if (usingSsl && this._ignoreSslError) {
      agent.options = Object.assign(agent.options || {}, {
        rejectUnauthorized: false
      });
    }
    return agent;
  }
  _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
    let proxyAgent;
    if (this._keepAlive) {
      proxyAgent = this._proxyAgentDispatcher;
    }
    if (proxyAgent) {
      return proxyAgent;
    }
    const usingSsl = parsedUrl.protocol === "https:";
    proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, (proxyUrl.username || proxyUrl.password) && {
      token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}`
    }));
    this._proxyAgentDispatcher = proxyAgent;
    if (usingSsl && this._ignoreSslError) {
      proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
        rejectUnauthorized: false
      });
    }
    return proxyAgent;
  }
  _getUserAgentWithOrchestrationId(userAgent) {
    const baseUserAgent = userAgent || "actions/http-client";
    const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
    if (orchId) {
      const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, "_");
      return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
    }
    return baseUserAgent;
  }
  _performExponentialBackoff(retryNumber) {
    return __awaiter(this, void 0, void 0, function* () {
      retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
      const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
      return new Promise((resolve) => setTimeout(() => resolve(), ms));
    });
  }
  _processResponse(res, options) {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
        const statusCode = res.message.statusCode || 0;
        const response = {
          statusCode,
          result: null,
          headers: {}
        };
        if (statusCode === HttpCodes.NotFound) {
          resolve(response);
        }
        function dateTimeDeserializer(key, value) {
          if (typeof value === "string") {
            const a = new Date(value);
            if (!isNaN(a.valueOf())) {
              return a;
            }
          }
          return value;
        }
        let obj;
        let contents;
        try {
          contents = yield res.readBody();
          if (contents && contents.length > 0) {
            if (options && options.deserializeDates) {
              obj = JSON.parse(contents, dateTimeDeserializer);
            } else {
              obj = JSON.parse(contents);
            }
            response.result = obj;
          }
          response.headers = res.message.headers;
        } catch (err) {
        }
        if (statusCode > 299) {
          let msg;
          if (obj && obj.message) {
            msg = obj.message;
          } else if (contents && contents.length > 0) {
            msg = contents;
          } else {
            msg = `Failed request: (${statusCode})`;
          }
          const err = new HttpClientError(msg, statusCode);
          err.result = response.result;
          reject(err);
        } else {
          resolve(response);
        }
      }));
    });
  }
};
var lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});

// src/atlas/transport.ts
var BoundedClient = class extends HttpClient {
  #options;
  constructor(options) {
    super(options.userAgent, options.handlers, { keepAlive: true, allowRedirects: false });
    this.#options = options;
  }
  async requestRaw(info2, data) {
    const { limit, log, onDate } = this.#options;
    const { signal } = limit();
    info2.options.signal = signal;
    const started = performance.now();
    const outcome = (what) => log.debug(
      `${info2.options.method} ${info2.options.path}: ${what} after ${Math.round(performance.now() - started)} ms`
    );
    try {
      const response = await orAborted(super.requestRaw(info2, data), signal);
      outcome(response.message.statusCode);
      onDate(response.message.headers.date);
      return response;
    } catch (error2) {
      outcome(signal.aborted ? "ended by the deadline" : "no answer");
      throw error2;
    }
  }
};
async function orAborted(promise, signal) {
  const { promise: aborted, reject } = Promise.withResolvers();
  const onAbort = () => reject(new Error("aborted"));
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
function createTransport(options) {
  const client = new BoundedClient(options);
  return {
    async send({ method, path, doing, headers, body }) {
      const limit = options.limit();
      if (limit.signal.aborted) throw interrupted(limit, doing, "refused");
      try {
        const { message } = await client.request(method, `${options.baseUrl}${path}`, body ?? null, {
          ...headers
        });
        const text = await readBody(message, doing);
        if (limit.signal.aborted) throw interrupted(limit, doing, "unknown");
        return { status: message.statusCode ?? 0, headers: message.headers, text };
      } catch (error2) {
        if (error2 instanceof AtlasError) throw error2;
        throw limit.signal.aborted ? interrupted(limit, doing, "unknown") : noAnswer(error2, doing);
      }
    },
    dispose: () => client.dispose()
  };
}

// src/atlas/window.ts
var NO_DAY = [void 0, null, 0];
var isZone = (value) => {
  try {
    return typeof value === "string" && value !== "" && Boolean(new Intl.DateTimeFormat("en", { timeZone: value }));
  } catch {
    return false;
  }
};
var wholeNumber = (from, to, due) => custom(
  (value) => typeof value === "number" && Number.isInteger(value) && value >= from && value <= to,
  due
);
var unlessUnset = (schema) => pipe(
  nullish(schema),
  transform((value) => value ?? void 0)
);
var day = picklist([1, 2, 3, 4, 5, 6, 7], "a day from 1 to 7");
var hour = wholeNumber(0, 23, "an hour from 0 to 23");
var zone = custom(isZone, "a known time zone");
var flag = boolean("true or false");
var count = wholeNumber(0, Number.MAX_SAFE_INTEGER, "a count");
var wave = picklist([1, 2, 3], "a wave from 1 to 3");
var hours = pipe(
  record2,
  object({ startHourOfDay: nullish(hour), endHourOfDay: nullish(hour) }),
  check(
    ({ startHourOfDay, endHourOfDay }) => startHourOfDay == null === (endHourOfDay == null),
    "a start and an end hour"
  ),
  transform(
    ({ startHourOfDay, endHourOfDay }) => startHourOfDay == null || endHourOfDay == null ? void 0 : { startHourOfDay, endHourOfDay }
  )
);
var extras = {
  protectedHours: unlessUnset(hours),
  waveAssignment: unlessUnset(wave),
  effectiveWaveAssignment: unlessUnset(wave)
};
var configured = object({
  dayOfWeek: day,
  hourOfDay: hour,
  timeZoneId: zone,
  autoDeferOnceEnabled: flag,
  numberOfDeferrals: count,
  startASAP: flag,
  ...extras
});
var noWindow = object({
  // Checked, though it says nothing: nonsense in it is no proof of "no window".
  hourOfDay: unlessUnset(hour),
  timeZoneId: unlessUnset(zone),
  autoDeferOnceEnabled: unlessUnset(flag),
  numberOfDeferrals: unlessUnset(count),
  startASAP: unlessUnset(flag),
  ...extras
});
var isForeign = (body) => {
  const keys = Object.keys(body);
  return keys.length > 0 && !keys.some((key) => Object.hasOwn(configured.entries, key));
};
function parseWindow(json) {
  const body = parse(record2, json);
  if ("problem" in body) return body;
  if (isForeign(body.value)) return { problem: "it is a JSON object with no field of a maintenance window" };
  if (NO_DAY.includes(body.value.dayOfWeek)) {
    const none = parse(noWindow, json);
    if ("problem" in none) return none;
    const { hourOfDay: _, ...rest } = none.value;
    return { value: { configured: false, ...rest } };
  }
  const window = parse(configured, json);
  return "problem" in window ? window : { value: { configured: true, ...window.value } };
}

// src/atlas/client.ts
var CLOSE_MS = 5e3;
function createAtlas(options) {
  const { baseUrl: baseUrl2, credential, deadline, userAgent, log } = options;
  const patience = { deadline, log, ...options.random === void 0 ? {} : { random: options.random } };
  const clock2 = createClock();
  const pace = createPace();
  const alone = createAlone();
  const secrets = new Set(secretsOf(credential));
  const keepSecret = (secret) => {
    log.mask(secret);
    secrets.add(secret);
  };
  const safe = (text) => {
    const redact = redactor(secrets);
    return redact(plain(redact(text)));
  };
  let limit = deadline;
  const transport = createTransport({
    baseUrl: baseUrl2,
    userAgent,
    log,
    handlers: credential.kind === "apiKey" ? [createDigest(credential.publicKey, credential.privateKey)] : [],
    limit: () => limit,
    onDate: clock2.heard
  });
  const checked2 = (answer, doing) => {
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw refusal(answer, { doing, unauthorized: unauthorized(credential), safe, now: clock2.now() });
  };
  const readJson = (answer, doing) => {
    const due = "where JSON is due";
    if (answer.text.trim() === "") throw unreadable(doing, `it is empty, ${due}`, answer.status);
    try {
      return JSON.parse(answer.text);
    } catch {
      throw unreadable(doing, `it is ${isHtml(answer) ? "an HTML page" : "no JSON"}, ${due}`, answer.status);
    }
  };
  const send = async (request) => checked2(await transport.send(request), request.doing);
  const tokens = credential.kind === "serviceAccount" ? createTokens({
    ...credential,
    send,
    sendPatiently: (request) => retry(() => send(request), patience),
    readJson,
    keepSecret
  }) : void 0;
  const signed = async (request) => {
    const bearer = (token2) => transport.send({ ...request, headers: { ...request.headers, authorization: `Bearer ${token2}` } });
    if (credential.kind === "accessToken") return bearer(credential.accessToken);
    if (tokens === void 0) return transport.send(request);
    const token = await tokens.current();
    const answer = await bearer(token);
    if (answer.status !== 401 || isAboutRights(answer)) return answer;
    const renewed = await tokens.renewed(token);
    return renewed === void 0 ? answer : bearer(renewed);
  };
  let rejected;
  const attempt = async (call) => {
    const { bucket, method, path, doing, body } = call;
    const wait = pace.turn(bucket);
    if (wait > 0) await pause(wait, deadline);
    return alone(async () => {
      if (rejected) throw rejected;
      const content = body === void 0 ? {} : { "content-type": MEDIA_TYPE };
      const answer = await signed({
        method,
        path,
        doing,
        headers: { accept: MEDIA_TYPE, ...content },
        ...body === void 0 ? {} : { body }
      });
      pace.heard(bucket, answer.headers["ratelimit-remaining"]);
      try {
        return checked2(answer, doing);
      } catch (error2) {
        if (answer.status === 401 && !isAboutRights(answer) && error2 instanceof AtlasError) rejected = error2;
        throw error2;
      }
    });
  };
  const read2 = async (call, parse2) => {
    const answer = await retry(() => attempt(call), patience);
    const parsed = parse2(readJson(answer, call.doing));
    if ("problem" in parsed) throw unreadable(call.doing, safe(parsed.problem), answer.status);
    return parsed.value;
  };
  const written = (answer, doing) => {
    if (answer.text.trim() !== "") readJson(answer, doing);
  };
  const onWindow = (groupId2, method, doing, suffix = "") => ({
    bucket: { groupId: groupId2, resource: "maintenance" },
    method,
    path: windowPath(groupId2) + suffix,
    doing
  });
  return {
    getWindow: (groupId2) => read2(onWindow(groupId2, "GET", "read the maintenance window"), parseWindow),
    async updateWindow(groupId2, patch) {
      const call = onWindow(groupId2, "PATCH", "change the maintenance window");
      written(await retry(() => attempt({ ...call, body: JSON.stringify(patch) }), patience), call.doing);
    },
    async resetWindow(groupId2) {
      const call = onWindow(groupId2, "DELETE", "reset the maintenance window");
      written(await retry(() => attempt(call), patience), call.doing);
    },
    async defer(groupId2) {
      const call = onWindow(groupId2, "POST", "defer the maintenance", "/defer");
      written(await attempt(call), call.doing);
    },
    async toggleAutoDefer(groupId2) {
      const call = onWindow(groupId2, "POST", "toggle auto-deferral", "/autoDefer");
      written(await attempt(call), call.doing);
    },
    async listEvents(groupId2, query) {
      const doing = "list the maintenance events";
      const seen = /* @__PURE__ */ new Set();
      const events = [];
      for (let pageNum = 1; pageNum <= MAX_EVENT_PAGES; pageNum += 1) {
        const path = `${eventsPath(groupId2)}?${eventsQuery(query, pageNum)}`;
        const bucket = { groupId: groupId2, resource: "events" };
        const page2 = await read2({ bucket, method: "GET", path, doing }, parseEventsPage);
        for (const { id, created, eventTypeName } of page2) {
          if (id != null && seen.has(id)) continue;
          if (id != null) seen.add(id);
          events.push({ created, eventTypeName });
        }
        if (page2.length < EVENTS_PER_PAGE) return events;
      }
      throw new AtlasError({
        code: "TOO_MANY_EVENTS",
        message: `Atlas lists more than ${MAX_EVENT_PAGES * EVENTS_PER_PAGE} maintenance events of the last weeks, which cannot be. Look at the project's activity feed`,
        outcome: "refused"
      });
    },
    now: clock2.now,
    clockSkew: clock2.skew,
    async close() {
      limit = createDeadline(Math.min(deadline.total, CLOSE_MS));
      const warning2 = await tokens?.revoke();
      transport.dispose();
      return warning2;
    }
  };
}
function createAlone() {
  let first;
  return (call) => {
    if (first) return first.then(call, call);
    const running = call();
    first = running;
    return running;
  };
}
function secretsOf(credential) {
  switch (credential.kind) {
    case "apiKey":
      return [credential.publicKey, credential.privateKey];
    case "serviceAccount":
      return [credential.clientId, credential.clientSecret];
    case "accessToken":
      return [credential.accessToken];
  }
}
function unauthorized(credential) {
  switch (credential.kind) {
    case "apiKey": {
      const hint = credential.publicKey.startsWith("mdb_sa_") ? ". The public key looks like a value of a service account: give it as clientId, with its clientSecret" : "";
      return `Atlas refused the API key: the public or the private key is wrong, or the key was deleted. Check both secrets${hint}`;
    }
    case "serviceAccount":
      return "Atlas refused the service account, or the token that it had just issued to it. Check clientId and clientSecret, and that the secret has not expired";
    case "accessToken":
      return "Atlas refused the access token: it has expired (they live for an hour) or is wrong. Mint a new one for this step, or give clientId and clientSecret";
  }
}

// node_modules/temporal-polyfill/chunks/root.js
var NativeTemporal = globalThis.Temporal;

// node_modules/temporal-utils/dist/errorMessages.js
var expectedPositive = (entityName, num) => `Non-positive ${entityName}: ${num}`;
var expectedFinite = (entityName, num) => `Non-finite ${entityName}: ${num}`;
var forbiddenBigIntToNumber = (entityName) => `Cannot convert bigint to ${entityName}`;
var invalidObject = "Invalid object";
var numberOutOfRange = (entityName, val, min, max) => invalidEntity(entityName, val) + `; must be between ${min}-${max}`;
var invalidEntity = (fieldName, val) => `Invalid ${fieldName}: ${val}`;

// node_modules/temporal-utils/dist/utils.js
var nanoInMicro = 1e3;
var nanoInMilli = 1e6;
var nanoInSec = 1e9;
var nanoInMinute = 6e10;
var nanoInHour = 36e11;
function normalizeOptions(options) {
  if (options === void 0) {
    return /* @__PURE__ */ Object.create(null);
  }
  return requireObjectLike(options);
}
function toFiniteNumber(arg, entityName = "number") {
  if (typeof arg === "bigint") {
    throw new TypeError(forbiddenBigIntToNumber(entityName));
  }
  arg = Number(arg);
  if (!Number.isFinite(arg)) {
    throw new RangeError(expectedFinite(entityName, arg));
  }
  return arg;
}
function toIntegerWithTrunc(arg, entityName) {
  return Math.trunc(toFiniteNumber(arg, entityName)) || 0;
}
function toPositiveIntegerWithTruncation(arg, entityName) {
  return requireNumberIsPositive(toIntegerWithTrunc(arg, entityName), entityName);
}
function requireNumberIsPositive(num, entityName = "number") {
  if (num <= 0) {
    throw new RangeError(expectedPositive(entityName, num));
  }
  return num;
}
function constrainToRange(num, min, max) {
  return Math.min(Math.max(num, min), max);
}
function isObjectLike(arg) {
  return arg !== null && (typeof arg === "object" || typeof arg === "function");
}
function requireObjectLike(arg) {
  if (!isObjectLike(arg)) {
    throw new TypeError(invalidObject);
  }
  return arg;
}

// node_modules/temporal-polyfill/chunks/internal.js
var invalidEntity2 = invalidEntity;
var missingField = (fieldName) => `Missing ${fieldName}`;
var invalidBag = "Invalid bag";
var invalidChoice = (fieldName, val, choiceMap) => invalidEntity(fieldName, val) + "; must be " + Object.keys(choiceMap).join();
var forbiddenValueOf = "Cannot use valueOf";
var invalidCallingContext = "Invalid calling context";
var missingYear = (allowEra) => "Missing year" + (allowEra ? "/era/eraYear" : "");
var invalidLeapMonth = "Invalid leap month";
var invalidCalendar = (calendarId) => invalidEntity("Calendar", calendarId);
var exoticCalendarRequired = (calendarId, remedy) => `Unknown calendar ${calendarId}; might need ${remedy}`;
var invalidTimeZone = (calendarId) => invalidEntity("TimeZone", calendarId);
var outOfBoundsDate = "Out-of-bounds date";
var failedParse = (s) => `Cannot parse: ${s}`;
var constrainToRange2 = constrainToRange;
var isObjectLike2 = isObjectLike;
function throwRangeError(message) {
  throw new RangeError(message);
}
function throwTypeError(message) {
  throw new TypeError(message);
}
function clampProp(props, propName, min, max, overflow) {
  return clampEntity(propName, ((props2, propName2) => {
    const propVal = props2[propName2];
    return void 0 === propVal && throwTypeError(missingField(propName2)), propVal;
  })(props, propName), min, max, overflow);
}
function clampEntity(entityName, num, min, max, overflow, choices) {
  const clamped = constrainToRange2(num, min, max);
  return overflow && num !== clamped && throwRangeError(((entityName2, val, min2, max2, choices2) => choices2 ? numberOutOfRange(entityName2, choices2[val], choices2[min2], choices2[max2]) : numberOutOfRange(entityName2, val, min2, max2))(entityName, num, min, max, choices)), clamped;
}
function memoize(generator, MapClass = Map, maxSize = 1e4) {
  const map = new MapClass();
  return (key, ...otherArgs) => {
    if (map.has(key)) {
      return map.get(key);
    }
    map.size >= maxSize && map.clear();
    const val = generator(key, ...otherArgs);
    return map.set(key, val), val;
  };
}
var createNameDescriptors = (name) => createPropDescriptors({
  name
}, 1);
var createPropDescriptors = (propVals, readonly) => mapProps((value) => ({
  value,
  configurable: 1,
  writable: !readonly
}), propVals);
var createStringTagDescriptors = (value) => ({
  [Symbol.toStringTag]: {
    value,
    configurable: 1
  }
});
function mapProps(transformer, props) {
  const res = {};
  for (const propName in props) {
    res[propName] = transformer(props[propName], propName);
  }
  return res;
}
function zipPropsConst(propNames, propVal) {
  const res = {};
  for (const propName of propNames) {
    res[propName] = propVal;
  }
  return res;
}
function createPropGetters(propNames) {
  const getters = {};
  for (const propName of propNames) {
    getters[propName] = (slots) => slots[propName];
  }
  return getters;
}
function pluckProps(propNames, props, dest = /* @__PURE__ */ Object.create(null)) {
  for (const propName of propNames) {
    dest[propName] = props[propName];
  }
  return dest;
}
function allPropsEqual(propNames, props0, props1) {
  for (const propName of propNames) {
    if (props0[propName] !== props1[propName]) {
      return 0;
    }
  }
  return 1;
}
function zeroOutProps(propNames, clearUntilI, props) {
  const copy = {
    ...props
  };
  for (let i = 0; i < clearUntilI; i++) {
    copy[propNames[i]] = 0;
  }
  return copy;
}
function bindArgs(f, ...boundArgs) {
  return (...dynamicArgs) => f(...boundArgs, ...dynamicArgs);
}
function noop() {
}
function capitalize(s) {
  return s[0].toUpperCase() + s.substring(1);
}
function sortStrings(...strss) {
  return [].concat(...strss).sort();
}
function createRegExp(meat) {
  return new RegExp(`^${meat}$`);
}
function parseSubsecNano(fracStr) {
  return parseInt(fracStr.padEnd(9, "0"));
}
function parseInt0(s) {
  return void 0 === s ? 0 : parseInt(s);
}
function padNumber(digits, num) {
  return String(num).padStart(digits, "0");
}
var padNumber2 = /* @__PURE__ */ bindArgs(padNumber, 2);
function compareNumbers(a, b) {
  return Math.sign(a - b);
}
function compareBigInts(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function divFloorBigInt(num, denom) {
  const whole = num / denom;
  return num % denom < 0n ? whole - 1n : whole;
}
function divModFloorBigInt(num, divisor) {
  const quotient = divFloorBigInt(num, divisor);
  return [quotient, num - quotient * divisor];
}
function divModFloor(num, divisor) {
  return [Math.floor(num / divisor), modFloor(num, divisor)];
}
function modFloor(num, divisor) {
  return (num % divisor + divisor) % divisor;
}
function divTrunc(num, divisor) {
  return Math.trunc(num / divisor) || 0;
}
function modTrunc(num, divisor) {
  return num % divisor || 0;
}
function fabricateNearHalfFraction(halfCompare, sign = 1) {
  return sign * (0.5 + halfCompare / 5);
}
function hasHalf(num) {
  return 0.5 === Math.abs(num % 1);
}
var isoCalendarId = "iso8601";
var gregoryCalendarId = "gregory";
var gregoryEraOrigins = {
  "bce": -1,
  "ce": 0
};
function normalizeEraName(era) {
  const normalized = era.normalize("NFD").toLowerCase().replace(/[^a-z0-9]/g, "");
  return "bc" === normalized || "b" === normalized ? "bce" : "ad" === normalized || "a" === normalized ? "ce" : normalized;
}
var isoCalendarImpl = void 0;
var gregoryCalendarImpl = 0;
function getCalendarSlotId(calendar) {
  return calendar === isoCalendarImpl ? "iso8601" : 0 === calendar ? "gregory" : calendar.id;
}
var monthCodeRegExp = /^M(\d{2})(L?)$/;
function parseMonthCode(monthCode) {
  const m = monthCodeRegExp.exec(monthCode);
  return m || throwRangeError(((monthCode2) => `Invalid monthCode: ${monthCode2}`)(monthCode)), [parseInt(m[1]), Boolean(m[2])];
}
function formatMonthCode(monthCodeNumber, isLeapMonth) {
  return "M" + padNumber2(monthCodeNumber) + (isLeapMonth ? "L" : "");
}
function monthCodeNumberToMonth(monthCodeNumber, isLeapMonth, leapMonth) {
  return monthCodeNumber + (isLeapMonth || leapMonth && monthCodeNumber >= leapMonth ? 1 : 0);
}
var unitNameMap = {
  nanosecond: 0,
  microsecond: 1,
  millisecond: 2,
  second: 3,
  minute: 4,
  hour: 5,
  day: 6,
  week: 7,
  month: 8,
  year: 9
};
var unitNamesAsc = /* @__PURE__ */ Object.keys(unitNameMap);
var nanoInMicro2 = nanoInMicro;
var nanoInMilli2 = nanoInMilli;
var nanoInSec2 = nanoInSec;
var nanoInMinute2 = nanoInMinute;
var nanoInHour2 = nanoInHour;
var nanoInUtcDay = 864e11;
var unitNanoMap = [1, nanoInMicro2, nanoInMilli2, nanoInSec2, nanoInMinute2, nanoInHour2, nanoInUtcDay];
var bigNanoInMicro = /* @__PURE__ */ BigInt(nanoInMicro2);
var bigNanoInMilli = /* @__PURE__ */ BigInt(nanoInMilli2);
var bigNanoInSec = /* @__PURE__ */ BigInt(nanoInSec2);
var bigNanoInMinute = /* @__PURE__ */ BigInt(nanoInMinute2);
var bigNanoInHour = /* @__PURE__ */ BigInt(nanoInHour2);
var bigNanoInUtcDay = /* @__PURE__ */ BigInt(nanoInUtcDay);
function divideBigNanoToExactNumber(bigNano, divisorNano) {
  const days = Number(bigNano / bigNanoInUtcDay);
  const timeNano = Number(bigNano % bigNanoInUtcDay);
  return days * (nanoInUtcDay / divisorNano) + (Math.trunc(timeNano / divisorNano) + timeNano % divisorNano / divisorNano);
}
var timeFieldNamesAsc = /* @__PURE__ */ unitNamesAsc.slice(0, 6);
var timeGetters = /* @__PURE__ */ createPropGetters(timeFieldNamesAsc);
var yearFieldNamesAsc = ["year"];
var dayFieldNamesAsc = ["day"];
var calendarDateFieldNamesAsc = ["day", "month", "year"];
var offsetFieldNames = ["offset"];
var timeZoneFieldNames = ["timeZone"];
var eraYearFieldNames = ["era", "eraYear"];
var allYearFieldNames = ["era", "eraYear", "year"];
var monthFieldNames = ["month", "monthCode"];
var monthDayFieldNames = ["day", "month", "monthCode"];
var timeFieldNamesAlpha = /* @__PURE__ */ sortStrings(timeFieldNamesAsc);
var yearFieldNamesWithEraAlpha = /* @__PURE__ */ sortStrings(eraYearFieldNames, yearFieldNamesAsc);
var yearMonthFieldNamesAlpha = /* @__PURE__ */ sortStrings(monthFieldNames, yearFieldNamesAsc);
var yearMonthFieldNamesWithEraAlpha = /* @__PURE__ */ sortStrings(eraYearFieldNames, yearMonthFieldNamesAlpha);
var yearMonthCodeFieldNamesAlpha = /* @__PURE__ */ sortStrings(["monthCode"], yearFieldNamesAsc);
var yearMonthCodeFieldNamesWithEraAlpha = /* @__PURE__ */ sortStrings(eraYearFieldNames, yearMonthCodeFieldNamesAlpha);
var monthCodeDayFieldNamesAlpha = /* @__PURE__ */ sortStrings(dayFieldNamesAsc, ["monthCode"]);
var dateFieldNamesAlpha = /* @__PURE__ */ sortStrings(dayFieldNamesAsc, yearMonthFieldNamesAlpha);
var dateFieldNamesWithEraAlpha = /* @__PURE__ */ sortStrings(dayFieldNamesAsc, eraYearFieldNames, yearMonthFieldNamesAlpha);
var dateTimeFieldNamesAlpha = /* @__PURE__ */ sortStrings(dateFieldNamesAlpha, timeFieldNamesAsc);
var dateTimeFieldNamesWithEraAlpha = /* @__PURE__ */ sortStrings(dateFieldNamesWithEraAlpha, timeFieldNamesAsc);
var dateTimeAndOffsetFieldNamesAlpha = /* @__PURE__ */ sortStrings(dateFieldNamesAlpha, timeFieldNamesAsc, offsetFieldNames);
var dateTimeAndOffsetFieldNamesWithEraAlpha = /* @__PURE__ */ sortStrings(dateFieldNamesWithEraAlpha, timeFieldNamesAsc, offsetFieldNames);
var dateTimeAndZoneFieldNamesAlpha = /* @__PURE__ */ sortStrings(dateFieldNamesAlpha, timeFieldNamesAsc, offsetFieldNames, timeZoneFieldNames);
var dateTimeAndZoneFieldNamesWithEraAlpha = /* @__PURE__ */ sortStrings(dateFieldNamesWithEraAlpha, timeFieldNamesAsc, offsetFieldNames, timeZoneFieldNames);
var yearMonthCodeDayFieldNamesAlpha = /* @__PURE__ */ sortStrings(dayFieldNamesAsc, yearMonthCodeFieldNamesAlpha);
var yearMonthCodeDayFieldNamesWithEraAlpha = /* @__PURE__ */ sortStrings(dayFieldNamesAsc, eraYearFieldNames, yearMonthCodeFieldNamesAlpha);
var timeFieldDefaults = /* @__PURE__ */ zipPropsConst(timeFieldNamesAsc, 0);
function validateTimeFields(timeFields) {
  return constrainTimeFields(timeFields, 1), timeFields;
}
var maxValues = {
  hour: 23,
  minute: 59,
  second: 59
};
function constrainTimeFields(timeFields, overflow) {
  const constrainedFields = {};
  for (const fieldName of timeFieldNamesAsc) {
    constrainedFields[fieldName] = clampEntity(fieldName, timeFields[fieldName], 0, maxValues[fieldName] || 999, overflow);
  }
  return constrainedFields;
}
function timeFieldsToNano(timeFields) {
  return timeFieldsToSec(timeFields) * nanoInSec2 + timeFieldsToSubsecNano(timeFields);
}
function timeFieldsToMilli(timeFields) {
  return 1e3 * timeFieldsToSec(timeFields) + timeFields.millisecond;
}
function timeFieldsToSec(timeFields) {
  return 3600 * timeFields.hour + 60 * timeFields.minute + timeFields.second;
}
function timeFieldsToSubsecNano(timeFields) {
  return timeFields.millisecond * nanoInMilli2 + timeFields.microsecond * nanoInMicro2 + timeFields.nanosecond;
}
function nanoToTimeAndDay(nano) {
  const [dayDelta, timeNano] = divModFloor(nano, nanoInUtcDay);
  return [nanoToTimeFields(timeNano), dayDelta];
}
function nanoToTimeFields(timeNano) {
  const [timeMilli, nanoAfterMilli] = divModFloor(timeNano, nanoInMilli2);
  const [microsecond, nanosecond] = divModFloor(nanoAfterMilli, nanoInMicro2);
  return milliToTimeFields(timeMilli, microsecond, nanosecond);
}
function milliToTimeFields(timeMilli, microsecond = 0, nanosecond = 0) {
  const [hour2, milliAfterHour] = divModFloor(timeMilli, 36e5);
  const [minute, milliAfterMinute] = divModFloor(milliAfterHour, 6e4);
  const [second, millisecond] = divModFloor(milliAfterMinute, 1e3);
  return {
    hour: hour2,
    minute,
    second,
    millisecond,
    microsecond,
    nanosecond
  };
}
function epochNanoToSecMod(epochNano) {
  const [epochSec, nano] = divModFloorBigInt(epochNano, bigNanoInSec);
  return [Number(epochSec), Number(nano)];
}
function epochNanoToMilli(epochNano) {
  return Number(divFloorBigInt(epochNano, bigNanoInMilli));
}
function isoDateTimeToEpochNano(isoDateTime) {
  return isoDateToEpochNano(isoDateTime) + BigInt(timeFieldsToNano(isoDateTime));
}
function isoDateTimeToEpochMilli(isoDateTime) {
  return isoDateToEpochMilli(isoDateTime) + timeFieldsToMilli(isoDateTime);
}
function isoDateToEpochNano(isoDate) {
  return BigInt(isoDateToEpochDays(isoDate)) * bigNanoInUtcDay;
}
function isoDateToEpochMilli(isoDate) {
  return 864e5 * isoDateToEpochDays(isoDate);
}
function isoDateToEpochDays(isoDate) {
  return isoPartsToEpochDays(isoDate.year, isoDate.month, isoDate.day);
}
function isoPartsToEpochDays(isoYear, isoMonth = 1, isoDay = 1) {
  const monthIndex = isoMonth - 1;
  return isoYear += Math.floor(monthIndex / 12), isoMonth = modFloor(monthIndex, 12), Date.UTC(isoYear % 400 - 400, isoMonth, 0) / 864e5 + 146097 * (divTrunc(isoYear, 400) + 1) + isoDay;
}
function epochNanoToIsoDateTime(epochNano) {
  const [epochDays, nanoAfterDay] = divModFloorBigInt(epochNano, bigNanoInUtcDay);
  return {
    ...epochDaysToIsoDate(Number(epochDays)),
    ...nanoToTimeFields(Number(nanoAfterDay))
  };
}
function epochDaysToIsoDate(epochDays) {
  const legacyDate = new Date(864e5 * modFloor(epochDays, 146097));
  return {
    year: legacyDate.getUTCFullYear() + 400 * Math.floor(epochDays / 146097),
    month: legacyDate.getUTCMonth() + 1,
    day: legacyDate.getUTCDate()
  };
}
var isoEpochFirstLeapYear = 1972;
function computeIsoMonthCodeParts(month) {
  return [month, 0];
}
function computeIsoYearMonthFieldsForMonthDay(monthCodeNumber, isLeapMonth) {
  if (!isLeapMonth) {
    return {
      year: 1972,
      month: monthCodeNumber
    };
  }
}
function computeIsoFieldsFromParts(year, month, day2) {
  return {
    year,
    month,
    day: day2
  };
}
function computeIsoDaysInMonth(year, month) {
  switch (month) {
    case 2:
      return computeIsoInLeapYear(year) ? 29 : 28;
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
  }
  return 31;
}
function computeIsoDaysInYear(year) {
  return computeIsoInLeapYear(year) ? 366 : 365;
}
function computeIsoInLeapYear(year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
function addIsoMonths(year, month, monthDelta) {
  return year += divTrunc(monthDelta, 12), (month += modTrunc(monthDelta, 12)) < 1 ? (year--, month += 12) : month > 12 && (year++, month -= 12), {
    year,
    month
  };
}
function diffIsoMonthSlots(year0, month0, year1, month1) {
  return 12 * (year1 - year0) + month1 - month0;
}
function computeIsoDayOfWeek(isoDate) {
  return modFloor(isoPartsToEpochDays(isoDate.year, isoDate.month, isoDate.day) + 4, 7) || 7;
}
function computeIsoDayOfYear(isoDate) {
  return isoPartsToEpochDays(isoDate.year, isoDate.month, isoDate.day) - isoPartsToEpochDays(isoDate.year) + 1;
}
function computeIsoWeekFields(isoDate) {
  let yearOfWeek = isoDate.year;
  let weekOfYear = Math.floor((computeIsoDayOfYear(isoDate) - computeIsoDayOfWeek(isoDate) + 10) / 7);
  let weeksInYear = computeIsoWeeksInYear(yearOfWeek);
  return weekOfYear < 1 ? weekOfYear = weeksInYear = computeIsoWeeksInYear(--yearOfWeek) : weekOfYear > weeksInYear && (weekOfYear = 1, weeksInYear = computeIsoWeeksInYear(++yearOfWeek)), {
    weekOfYear,
    yearOfWeek,
    De: weeksInYear
  };
}
function computeIsoWeeksInYear(year) {
  const y0DayOfWeek = computeIsoDayOfWeek({
    year,
    month: 1,
    day: 1
  });
  return 4 === y0DayOfWeek || 3 === y0DayOfWeek && computeIsoInLeapYear(year) ? 53 : 52;
}
function computeGregoryEraFields({ year }) {
  return year < 1 ? {
    era: "bce",
    eraYear: 1 - year
  } : {
    era: "ce",
    eraYear: year
  };
}
function validateIsoDateTimeFields(isoDateTime) {
  return validateIsoDateFields(isoDateTime), validateTimeFields(isoDateTime);
}
function validateIsoDateFields(isoInternals) {
  return constrainIsoDateFields(isoInternals, 1), isoInternals;
}
function constrainIsoDateFields(isoDate, overflow) {
  const { year } = isoDate;
  const month = clampProp(isoDate, "month", 1, 12, overflow);
  return {
    year,
    month,
    day: clampProp(isoDate, "day", 1, computeIsoDaysInMonth(year, month), overflow)
  };
}
function computeCalendarDateFields(calendar, isoDate) {
  return calendar ? calendar.de(isoDate) : isoDate;
}
function computeCalendarMonthCodeParts(calendar, year, month) {
  return calendar ? calendar.L(year, month) : computeIsoMonthCodeParts(month);
}
function computeCalendarEraFields(calendar, isoDate) {
  return 0 === calendar ? computeGregoryEraFields(isoDate) : calendar && calendar.h?.(isoDate) || {};
}
function computeCalendarIsoFieldsFromParts(calendar, year, month, day2) {
  return calendar ? calendar.fe(year, month, day2) : computeIsoFieldsFromParts(year, month, day2);
}
function computeCalendarMonthsInYearForYear(calendar, year) {
  return calendar ? calendar.j(year) : 12;
}
function computeCalendarDaysInMonthForYearMonth(calendar, year, month) {
  return calendar ? calendar.o(year, month) : computeIsoDaysInMonth(year, month);
}
function computeCalendarMonthCode(calendar, isoDate) {
  const { year, month } = computeCalendarDateFields(calendar, isoDate);
  const [monthCodeNumber, isLeapMonth] = computeCalendarMonthCodeParts(calendar, year, month);
  return formatMonthCode(monthCodeNumber, isLeapMonth);
}
function computeCalendarInLeapYear(calendar, isoDate) {
  const { year } = computeCalendarDateFields(calendar, isoDate);
  return calendar ? calendar.q(year) : computeIsoInLeapYear(year);
}
function computeCalendarMonthsInYear(calendar, isoDate) {
  const { year } = computeCalendarDateFields(calendar, isoDate);
  return computeCalendarMonthsInYearForYear(calendar, year);
}
function computeCalendarDaysInMonth(calendar, isoDate) {
  const { year, month } = computeCalendarDateFields(calendar, isoDate);
  return computeCalendarDaysInMonthForYearMonth(calendar, year, month);
}
function computeCalendarDaysInYear(calendar, isoDate) {
  const { year } = computeCalendarDateFields(calendar, isoDate);
  return calendar ? calendar.i(year) : computeIsoDaysInYear(year);
}
function computeCalendarDayOfYear(calendar, isoDate) {
  if (!calendar) {
    return computeIsoDayOfYear(isoDate);
  }
  const { year } = computeCalendarDateFields(calendar, isoDate);
  const yearStartIsoDate = computeCalendarIsoFieldsFromParts(calendar, year, 1, 1);
  return isoDateToEpochDays(isoDate) - isoDateToEpochDays(yearStartIsoDate) + 1;
}
function computeCalendarWeekOfYear(calendar, isoDate) {
  return calendar === isoCalendarImpl ? computeIsoWeekFields(isoDate).weekOfYear : void 0;
}
function computeCalendarYearOfWeek(calendar, isoDate) {
  return calendar === isoCalendarImpl ? computeIsoWeekFields(isoDate).yearOfWeek : void 0;
}
var durationFieldNamesAsc = /* @__PURE__ */ unitNamesAsc.map((unitName) => unitName + "s");
var durationGetters = /* @__PURE__ */ createPropGetters(durationFieldNamesAsc);
var durationFieldNamesAlpha = /* @__PURE__ */ sortStrings(durationFieldNamesAsc);
var durationTimeFieldNamesAsc = /* @__PURE__ */ durationFieldNamesAsc.slice(0, 6);
var durationDateFieldNamesAsc = /* @__PURE__ */ durationFieldNamesAsc.slice(6);
var durationCalendarFieldNamesAsc = /* @__PURE__ */ durationDateFieldNamesAsc.slice(1);
var durationFieldDefaults = /* @__PURE__ */ zipPropsConst(durationFieldNamesAsc, 0);
var durationTimeFieldDefaults = /* @__PURE__ */ zipPropsConst(durationTimeFieldNamesAsc, 0);
var clearDurationFields = /* @__PURE__ */ bindArgs(zeroOutProps, durationFieldNamesAsc);
function requirePropDefined(optionName, optionVal) {
  return null == optionVal && throwRangeError(missingField(optionName)), optionVal;
}
var requireString = /* @__PURE__ */ bindArgs(requireType, "string");
function requireType(typeName, arg, entityName = typeName) {
  return typeof arg !== typeName && throwTypeError(invalidEntity2(entityName, arg)), arg;
}
function requireNumberIsInteger(num, entityName = "number") {
  return Number.isInteger(num) || throwRangeError(((entityName2, num2) => `Non-integer ${entityName2}: ${num2}`)(entityName, num)), num || 0;
}
function toString(arg) {
  return "symbol" == typeof arg && throwTypeError("Cannot convert Symbol to string"), String(arg);
}
function toPrimitiveWithStringHint(arg) {
  if (!isObjectLike(arg)) {
    return arg;
  }
  const exoticToPrimitive = arg[Symbol.toPrimitive];
  if (null != exoticToPrimitive) {
    "function" != typeof exoticToPrimitive && throwTypeError();
    const primitive = Reflect.apply(exoticToPrimitive, arg, ["string"]);
    return isObjectLike(primitive) && throwTypeError(), primitive;
  }
  return Date.prototype[Symbol.toPrimitive].call(arg, "string");
}
function toBigInt(bi) {
  return "boolean" == typeof bi ? BigInt(bi ? 1 : 0) : "string" == typeof bi ? BigInt(bi) : ("bigint" != typeof bi && throwTypeError(`Invalid bigint: ${bi}`), bi);
}
function toStrictInteger(arg, entityName) {
  return requireNumberIsInteger(toFiniteNumber(arg, entityName), entityName);
}
var smallestUnitStr = "smallestUnit";
var overflowMap = {
  constrain: 0,
  reject: 1
};
var epochDisambigMap = {
  compatible: 0,
  reject: 1,
  earlier: 2,
  later: 3
};
var offsetDisambigMap = {
  reject: 0,
  use: 1,
  prefer: 2,
  ignore: 3
};
var calendarDisplayMap = {
  auto: 0,
  never: 1,
  critical: 2,
  always: 3
};
var timeZoneDisplayMap = {
  auto: 0,
  never: 1,
  critical: 2
};
var offsetDisplayMap = {
  auto: 0,
  never: 1
};
var roundingModeMap = {
  floor: 0,
  halfFloor: 1,
  ceil: 2,
  halfCeil: 3,
  trunc: 4,
  halfTrunc: 5,
  expand: 6,
  halfExpand: 7,
  halfEven: 8
};
var roundingModeFuncs = [Math.floor, (num) => hasHalf(num) ? Math.floor(num) : Math.round(num), Math.ceil, (num) => hasHalf(num) ? Math.ceil(num) : Math.round(num), Math.trunc, (num) => hasHalf(num) ? Math.trunc(num) || 0 : Math.round(num), (num) => num < 0 ? Math.floor(num) : Math.ceil(num), (num) => Math.sign(num) * Math.round(Math.abs(num)) || 0, (num) => hasHalf(num) ? (num = Math.trunc(num) || 0) + num % 2 : Math.round(num)];
var directionMap = {
  previous: -1,
  next: 1
};
function coerceRoundingIncInteger(options) {
  const roundingInc = options.roundingIncrement;
  if (void 0 === roundingInc) {
    return 1;
  }
  const integer = toIntegerWithTrunc(roundingInc, "roundingIncrement");
  return (integer < 1 || integer > 10 ** 9) && throwRangeError(invalidEntity2("roundingIncrement", integer)), integer;
}
function coerceFractionalSecondDigits(options) {
  let subsecDigits = options.fractionalSecondDigits;
  if (void 0 !== subsecDigits) {
    if ("number" != typeof subsecDigits) {
      if ("auto" === toString(subsecDigits)) {
        return;
      }
      throwRangeError(invalidEntity2("fractionalSecondDigits", subsecDigits));
    }
    subsecDigits = clampEntity("fractionalSecondDigits", Math.floor(subsecDigits), 0, 9, 1);
  }
  return subsecDigits;
}
function coerceUnitOption(optionName, options, minUnit = 0, ensureDefined) {
  let unitStr = options[optionName];
  if (void 0 === unitStr) {
    return ensureDefined ? minUnit : void 0;
  }
  if (unitStr = toString(unitStr), "auto" === unitStr) {
    return ensureDefined ? minUnit : null;
  }
  let unit = unitNameMap[unitStr];
  return void 0 === unit && (unit = durationFieldNamesAsc.indexOf(unitStr)), unit < 0 && throwRangeError(invalidChoice(optionName, unitStr, unitNameMap)), unit;
}
function coerceChoiceOption(optionName, enumNameMap, options, defaultChoice = 0) {
  const enumArg = options[optionName];
  if (void 0 === enumArg) {
    return defaultChoice;
  }
  const enumStr = toString(enumArg);
  const enumNum = enumNameMap[enumStr];
  return void 0 === enumNum && throwRangeError(invalidChoice(optionName, enumStr, enumNameMap)), enumNum;
}
var coerceSmallestUnit = /* @__PURE__ */ bindArgs(coerceUnitOption, smallestUnitStr);
var coerceLargestUnit = /* @__PURE__ */ bindArgs(coerceUnitOption, "largestUnit");
var coerceTotalUnit = /* @__PURE__ */ bindArgs(coerceUnitOption, "unit");
var coerceOverflow = /* @__PURE__ */ bindArgs(coerceChoiceOption, "overflow", overflowMap);
var coerceEpochDisambig = /* @__PURE__ */ bindArgs(coerceChoiceOption, "disambiguation", epochDisambigMap);
var coerceOffsetDisambig = /* @__PURE__ */ bindArgs(coerceChoiceOption, "offset", offsetDisambigMap);
var coerceCalendarDisplay = /* @__PURE__ */ bindArgs(coerceChoiceOption, "calendarName", calendarDisplayMap);
var coerceTimeZoneDisplay = /* @__PURE__ */ bindArgs(coerceChoiceOption, "timeZoneName", timeZoneDisplayMap);
var coerceOffsetDisplay = /* @__PURE__ */ bindArgs(coerceChoiceOption, "offset", offsetDisplayMap);
var coerceRoundingMode = /* @__PURE__ */ bindArgs(coerceChoiceOption, "roundingMode", roundingModeMap);
var coerceDirection = /* @__PURE__ */ bindArgs(coerceChoiceOption, "direction", directionMap);
function normalizeOptionsOrString(options, optionName) {
  return "string" == typeof options ? ((optionName2, optionVal) => {
    const res = /* @__PURE__ */ Object.create(null);
    return res[optionName2] = optionVal, res;
  })(optionName, options) : requireObjectLike(options);
}
function validateRoundingInc(roundingInc, smallestUnit, allowManyLargeUnits, solarMode) {
  const upUnitNano = solarMode ? nanoInUtcDay : unitNanoMap[smallestUnit + 1];
  if (upUnitNano) {
    const incNano = roundingInc * unitNanoMap[smallestUnit];
    (upUnitNano % incNano || !solarMode && incNano === upUnitNano) && throwRangeError(invalidEntity2("roundingIncrement", roundingInc));
  } else {
    !allowManyLargeUnits && roundingInc > 1 && throwRangeError(invalidEntity2("roundingIncrement", roundingInc));
  }
  return roundingInc;
}
function validateUnitRange(optionName, unit, minUnit, maxUnit) {
  return null != unit && clampEntity(optionName, unit, minUnit, maxUnit, 1, unitNamesAsc), unit;
}
function checkLargestSmallestUnit(largestUnit, smallestUnit) {
  smallestUnit > largestUnit && throwRangeError("smallestUnit > largestUnit");
}
function refineDiffOptions(roundingModeInvert, options, defaultLargestUnit, maxUnit = 9, minUnit = 0, defaultRoundingMode = 4) {
  options = normalizeOptions(options);
  let largestUnit = coerceLargestUnit(options, minUnit);
  let roundingInc = coerceRoundingIncInteger(options);
  let roundingMode = coerceRoundingMode(options, defaultRoundingMode);
  let smallestUnit = coerceSmallestUnit(options, minUnit, 1);
  return largestUnit = validateUnitRange("largestUnit", largestUnit, minUnit, maxUnit), smallestUnit = validateUnitRange(smallestUnitStr, smallestUnit, minUnit, maxUnit), null == largestUnit ? largestUnit = Math.max(defaultLargestUnit, smallestUnit) : checkLargestSmallestUnit(largestUnit, smallestUnit), roundingInc = validateRoundingInc(roundingInc, smallestUnit, 1), roundingModeInvert && (roundingMode = ((roundingMode2) => roundingMode2 < 4 ? (roundingMode2 + 2) % 4 : roundingMode2)(roundingMode)), [largestUnit, smallestUnit, roundingInc, roundingMode];
}
function refineRoundingOptions(options, maxUnit = 6, solarMode) {
  let roundingInc = coerceRoundingIncInteger(options = normalizeOptionsOrString(options, smallestUnitStr));
  const roundingMode = coerceRoundingMode(options, 7);
  let smallestUnit = coerceSmallestUnit(options);
  return smallestUnit = requirePropDefined(smallestUnitStr, smallestUnit), smallestUnit = validateUnitRange(smallestUnitStr, smallestUnit, 0, maxUnit), roundingInc = validateRoundingInc(roundingInc, smallestUnit, void 0, solarMode), [smallestUnit, roundingInc, roundingMode];
}
function combineDateAndTime(isoDate, time) {
  return pluckProps(calendarDateFieldNamesAsc, isoDate, pluckProps(timeFieldNamesAsc, time));
}
var epochNanoMax = /* @__PURE__ */ BigInt(1e8) * bigNanoInUtcDay;
var epochNanoMin = /* @__PURE__ */ BigInt(-1e8) * bigNanoInUtcDay;
var plainDateEpochNanoMin = epochNanoMin - bigNanoInUtcDay;
function checkIsoYearMonthInBounds(isoDate) {
  const isoYearMonthIndex = 12 * isoDate.year + isoDate.month;
  return (isoYearMonthIndex < -3261848 || isoYearMonthIndex > 3309129) && throwRangeError(outOfBoundsDate), isoDate;
}
function checkIsoDateInBounds(isoDate, allowPlainDateLowerEdge = 1) {
  const epochNano = isoDateToEpochNano(isoDate);
  return (epochNano < (allowPlainDateLowerEdge ? plainDateEpochNanoMin : epochNanoMin) || epochNano > epochNanoMax) && throwRangeError(outOfBoundsDate), isoDate;
}
function checkIsoDateTimeInBounds(isoDateTime) {
  return checkIsoDateTimeEpochNanoInBounds(isoDateTimeToEpochNano(isoDateTime)), isoDateTime;
}
function checkIsoDateTimeEpochNanoInBounds(epochNano) {
  return (epochNano <= plainDateEpochNanoMin || epochNano >= epochNanoMax + bigNanoInUtcDay) && throwRangeError(outOfBoundsDate), epochNano;
}
function checkEpochNanoInBounds(epochNano) {
  return (epochNano < epochNanoMin || epochNano > epochNanoMax) && throwRangeError(outOfBoundsDate), epochNano;
}
function isoDateTimeAndOffsetToEpochNano(isoDateTime, offsetNano) {
  return checkEpochNanoInBounds(isoDateToEpochNano(isoDateTime) + BigInt(timeFieldsToNano(isoDateTime) - offsetNano));
}
function roundNumberToInc(num, roundingInc, roundingMode) {
  return roundWithMode(num / roundingInc, roundingMode) * roundingInc || 0;
}
function roundWithMode(num, roundingMode) {
  return roundingModeFuncs[roundingMode](num);
}
function totalRelativeUnit(wholeValue, sign, endEpochNano, moveValueToEpochNano) {
  const unitWindow = clampRelativeUnitValue(wholeValue, sign, moveValueToEpochNano, endEpochNano);
  return interpolateRelativeUnitWindow(unitWindow, Number(endEpochNano - unitWindow.N) / Number(unitWindow.te - unitWindow.N));
}
function roundRelativeUnitWindow(unitWindow, endEpochNano, roundingInc, roundingMode) {
  return roundNumberToInc(interpolateRelativeUnitWindow(unitWindow, computeEpochNanoFrac(endEpochNano, unitWindow.N, unitWindow.te)), roundingInc, roundingMode);
}
function clampRelativeUnitValue(startValue, valueDelta, moveValueToEpochNano, epochNanoProgress) {
  let unitWindow = computeRelativeUnitWindow(startValue, valueDelta, moveValueToEpochNano);
  return ((epochNanoProgress2, epochNano0, epochNano1, sign) => sign > 0 ? epochNano0 <= epochNanoProgress2 && epochNanoProgress2 <= epochNano1 : epochNano1 <= epochNanoProgress2 && epochNanoProgress2 <= epochNano0)(epochNanoProgress, unitWindow.N, unitWindow.te, Math.sign(valueDelta)) || (unitWindow = computeRelativeUnitWindow(startValue + valueDelta, valueDelta, moveValueToEpochNano)), unitWindow;
}
function computeRelativeUnitWindow(startValue, valueDelta, moveValueToEpochNano) {
  const endValue = startValue + valueDelta;
  return {
    ve: startValue,
    pe: endValue,
    N: moveValueToEpochNano(startValue),
    te: moveValueToEpochNano(endValue)
  };
}
function interpolateRelativeUnitWindow(unitWindow, fraction) {
  return unitWindow.ve + fraction * (unitWindow.pe - unitWindow.ve);
}
function computeEpochNanoFrac(epochNanoProgress, epochNano0, epochNano1) {
  const denomBig = epochNano1 - epochNano0;
  const numeratorBig = epochNanoProgress - epochNano0;
  if (!numeratorBig) {
    return 0;
  }
  const absNumerator = numeratorBig < 0n ? -numeratorBig : numeratorBig;
  const absDenom = denomBig < 0n ? -denomBig : denomBig;
  const fracSign = compareBigInts(numeratorBig, 0n) === compareBigInts(denomBig, 0n) ? 1 : -1;
  return compareBigInts(absNumerator, absDenom) <= 0 ? absNumerator === absDenom ? fracSign : fabricateNearHalfFraction(compareBigInts(2n * absNumerator, absDenom), fracSign) : Number(numeratorBig) / Number(denomBig);
}
function createEpochNanoSlots(epochNano) {
  return {
    epochNanoseconds: epochNano
  };
}
function createZonedEpochNanoSlots(epochNano, timeZone, calendar) {
  return {
    calendar,
    timeZone,
    epochNanoseconds: epochNano
  };
}
function createDateTimeSlots(isoDateTime, calendar) {
  return pluckProps(timeFieldNamesAsc, isoDateTime, createDateSlots(isoDateTime, calendar));
}
function createDateSlots(isoDate, calendar) {
  return pluckProps(calendarDateFieldNamesAsc, isoDate, {
    calendar
  });
}
function createTimeSlots(time) {
  return pluckProps(timeFieldNamesAsc, time);
}
function createDurationSlots(durationFields) {
  return pluckProps(durationFieldNamesAsc, durationFields, {
    sign: computeDurationSign(durationFields)
  });
}
function roundZonedEpochSlotsToUnit(slots, smallestUnit, roundingInc, roundingMode) {
  return createZonedEpochNanoSlots(6 === smallestUnit ? roundZonedEpochToDay(slots, roundingMode) : roundZonedEpochToTime(slots, smallestUnit, roundingInc, roundingMode), slots.timeZone, slots.calendar);
}
function computeZonedHoursInDay(slots) {
  const [epochNano0, epochNano1] = computeZonedDayEpochInterval(slots);
  return divideBigNanoToExactNumber(epochNano1 - epochNano0, nanoInHour2);
}
function computeZonedStartOfDay(slots) {
  const { timeZone, calendar } = slots;
  return createZonedEpochNanoSlots(getStartOfDayInstantFor(timeZone, combineDateAndTime(zonedEpochSlotsToIso(slots), timeFieldDefaults)), timeZone, calendar);
}
function roundRelativeDuration(durationFields, endEpochNano, largestUnit, smallestUnit, roundingInc, roundingMode, relativeOps, isZoned) {
  if (0 === smallestUnit && 1 === roundingInc) {
    return durationFields;
  }
  const sign = computeDurationSign(durationFields) || 1;
  const nudgeFunc = isUniformUnit(smallestUnit, isZoned) ? isZoned && smallestUnit < 6 && largestUnit >= 6 ? nudgeZonedTimeDuration : nudgeDayTimeDuration : nudgeRelativeDuration;
  let [roundedDurationFields, roundedEpochNano, grewBigUnit] = nudgeFunc(sign, durationFields, endEpochNano, largestUnit, smallestUnit, roundingInc, roundingMode, relativeOps);
  return grewBigUnit && 7 !== smallestUnit && (roundedDurationFields = ((durationFields2, endEpochNano2, largestUnit2, smallestUnit2, sign2, relativeOps2) => {
    for (let currentUnit = smallestUnit2 + 1; currentUnit <= largestUnit2; currentUnit++) {
      if (7 === currentUnit && 7 !== largestUnit2) {
        continue;
      }
      const baseDurationFields = clearDurationFields(currentUnit, durationFields2);
      baseDurationFields[durationFieldNamesAsc[currentUnit]] += sign2;
      const thresholdCompare = compareBigInts(endEpochNano2, moveRelativeMarkerToEpochNano(relativeOps2, baseDurationFields));
      if (thresholdCompare && thresholdCompare !== sign2) {
        break;
      }
      durationFields2 = baseDurationFields;
    }
    return durationFields2;
  })(roundedDurationFields, roundedEpochNano, largestUnit, Math.max(6, smallestUnit), sign, relativeOps)), roundedDurationFields;
}
function roundDayTimeDurationByInc(durationFields, nanoInc, roundingMode) {
  const maxUnit = Math.max(Math.min(getMaxDurationUnit(durationFields), 6), 3);
  return nanoToDurationDayTimeFields(roundBigNanoToInc(durationDayTimeToBigNano(durationFields), BigInt(nanoInc), roundingMode), maxUnit);
}
function roundZonedEpochToDay(slots, roundingMode) {
  const [epochNano0, epochNano1] = computeZonedDayEpochInterval(slots);
  return roundZonedEpochToBounds(slots.epochNanoseconds, epochNano0, epochNano1, roundingMode);
}
function roundZonedEpochToTime(slots, smallestUnit, roundingInc, roundingMode) {
  if (0 === smallestUnit && 1 === roundingInc) {
    return slots.epochNanoseconds;
  }
  const isoDateTime = zonedEpochSlotsToIso(slots);
  return getInstantPreferringOffset(slots.timeZone, roundDateTimeToUnit(isoDateTime, smallestUnit, roundingInc, roundingMode), isoDateTime.offsetNanoseconds);
}
function roundDateTimeToUnit(isoDateTime, smallestUnit, roundingInc, roundingMode) {
  return roundDateTimeToInc(isoDateTime, computeNanoInc(smallestUnit, roundingInc), roundingMode, unitNanoMap[smallestUnit + 1]);
}
function roundTimeToUnit(timeFields, smallestUnit, roundingInc, roundingMode) {
  return roundTimeToInc(timeFields, computeNanoInc(smallestUnit, roundingInc), roundingMode, unitNanoMap[smallestUnit + 1]);
}
function roundDateTimeToInc(isoDateTime, nanoInc, roundingMode, spanNano) {
  const [roundedTimeFields, dayDelta] = roundTimeToInc(isoDateTime, nanoInc, roundingMode, spanNano);
  const roundedIsoDateTime = combineDateAndTime(moveDateByDays(isoDateTime, dayDelta), roundedTimeFields);
  return checkIsoDateTimeInBounds(roundedIsoDateTime), roundedIsoDateTime;
}
function roundTimeToInc(timeFields, nanoInc, roundingMode, spanNano = nanoInUtcDay) {
  const timeNano = timeFieldsToNano(timeFields);
  const remainderNano = timeNano % spanNano;
  return nanoToTimeAndDay(timeNano - remainderNano + roundNumberToInc(remainderNano, nanoInc, roundingMode));
}
function nudgeRelativeDuration(sign, durationFields, endEpochNano, _largestUnit, smallestUnit, roundingInc, roundingMode, relativeOps) {
  const smallestUnitFieldName = durationFieldNamesAsc[smallestUnit];
  const baseDurationFields = clearDurationFields(smallestUnit, durationFields);
  7 === smallestUnit && (durationFields = {
    ...durationFields,
    weeks: durationFields.weeks + Math.trunc(durationFields.days / 7)
  });
  const truncedVal = divTrunc(durationFields[smallestUnitFieldName], roundingInc) * roundingInc;
  const nudgeWindow = clampRelativeUnitValue(truncedVal, roundingInc * sign, (value) => (baseDurationFields[smallestUnitFieldName] = value, moveRelativeMarkerToEpochNano(relativeOps, baseDurationFields)), endEpochNano);
  const roundedVal = roundRelativeUnitWindow(nudgeWindow, endEpochNano, roundingInc, roundingMode);
  return baseDurationFields[smallestUnitFieldName] = roundedVal, [baseDurationFields, roundedVal === nudgeWindow.pe ? nudgeWindow.te : nudgeWindow.N, roundedVal !== truncedVal];
}
function nudgeZonedTimeDuration(sign, durationFields, _endEpochNano, _largestUnit, smallestUnit, roundingInc, roundingMode, relativeOps) {
  const timeNano = Number(durationTimeToBigNano(durationFields));
  const nanoInc = computeNanoInc(smallestUnit, roundingInc);
  let roundedTimeNano = roundNumberToInc(timeNano, nanoInc, roundingMode);
  const dateDurationFields = {
    ...durationFields,
    ...durationTimeFieldDefaults
  };
  const dayEpochNano0 = relativeOps.X(dateDurationFields);
  const dayEpochNano1 = relativeOps.X({
    ...dateDurationFields,
    days: dateDurationFields.days + sign
  });
  const daySpanNano = Number(dayEpochNano1 - dayEpochNano0);
  Math.sign(daySpanNano) !== sign && throwRangeError("Out-of-bounds TimeZone gap");
  const beyondDayNano = roundedTimeNano - daySpanNano;
  let dayDelta = 0;
  let nudgedEpochNano;
  beyondDayNano && Math.sign(beyondDayNano) !== sign ? nudgedEpochNano = dayEpochNano0 + BigInt(roundedTimeNano) : (dayDelta += sign, roundedTimeNano = roundNumberToInc(beyondDayNano, nanoInc, roundingMode), nudgedEpochNano = dayEpochNano1 + BigInt(roundedTimeNano));
  const durationTimeFields = nanoToDurationTimeFields(roundedTimeNano);
  return [{
    ...durationFields,
    ...durationTimeFields,
    days: durationFields.days + dayDelta
  }, nudgedEpochNano, Boolean(dayDelta)];
}
function nudgeDayTimeDuration(sign, durationFields, endEpochNano, largestUnit, smallestUnit, roundingInc, roundingMode) {
  const bigNano = durationDayTimeToBigNano(durationFields);
  const roundedBigNano = roundBigNanoToInc(bigNano, computeBigNanoInc(smallestUnit, roundingInc), roundingMode);
  const nanoDiff = roundedBigNano - bigNano;
  const expandedBigUnit = Math.sign(Number(roundedBigNano / bigNanoInUtcDay) - Number(bigNano / bigNanoInUtcDay)) === sign;
  const roundedDayTimeFields = nanoToDurationDayTimeFields(roundedBigNano, Math.min(largestUnit, 6));
  return [{
    ...durationFields,
    ...roundedDayTimeFields
  }, endEpochNano + nanoDiff, expandedBigUnit];
}
function computeZonedDayEpochInterval(slots) {
  const { timeZone } = slots;
  const isoDateTime0 = combineDateAndTime(zonedEpochSlotsToIso(slots), timeFieldDefaults);
  const isoDateTime1 = combineDateAndTime(moveDateByDays(isoDateTime0, 1), timeFieldDefaults);
  return [getStartOfDayInstantFor(timeZone, isoDateTime0), getStartOfDayInstantFor(timeZone, isoDateTime1)];
}
function roundZonedEpochToBounds(epochNano, epochNano0, epochNano1, roundingMode) {
  return roundWithMode(computeEpochNanoFrac(epochNano < epochNano1 ? epochNano : epochNano1 - 1n, epochNano0, epochNano1), roundingMode) ? epochNano1 : epochNano0;
}
function roundToMinute(offsetNano) {
  return roundNumberToInc(offsetNano, nanoInMinute2, 7);
}
function roundBigNanoToInc(bigNano, bigNanoInc, roundingMode) {
  return roundBigNanoToIncWithTail(bigNano, bigNanoInc, roundingMode, bigNano / bigNanoInc % 2n);
}
function roundBigNanoToDayOriginInc(bigNano, bigNanoInc, roundingMode) {
  const [day2, timeNano] = divModFloorBigInt(bigNano, bigNanoInUtcDay);
  const dayOriginNano = day2 * bigNanoInUtcDay;
  return dayOriginNano + roundBigNanoToIncWithTail(timeNano, bigNanoInc, roundingMode, dayOriginNano / bigNanoInc + timeNano / bigNanoInc & 1n);
}
function roundBigNanoToIncWithTail(bigNano, bigNanoInc, roundingMode, quotientTail) {
  const quotient = bigNano / bigNanoInc;
  const remainder = bigNano % bigNanoInc;
  let fraction = 0;
  remainder && (fraction = fabricateNearHalfFraction(compareBigInts(2n * (remainder < 0n ? -remainder : remainder), bigNanoInc), Math.sign(Number(remainder))));
  const roundedTail = roundWithMode(Number(quotientTail) + fraction, roundingMode);
  return (quotient - quotientTail + BigInt(roundedTail)) * bigNanoInc;
}
function computeNanoInc(smallestUnit, roundingInc) {
  return unitNanoMap[smallestUnit] * roundingInc;
}
function computeBigNanoInc(smallestUnit, roundingInc) {
  return BigInt(unitNanoMap[smallestUnit]) * BigInt(roundingInc);
}
var zonedEpochSlotsToIso = /* @__PURE__ */ memoize(_zonedEpochSlotsToIso, WeakMap);
function _zonedEpochSlotsToIso(slots) {
  const { epochNanoseconds, timeZone } = slots;
  const offsetNanoseconds = timeZone.B(epochNanoseconds);
  return {
    ...epochNanoToIsoDateTime(epochNanoseconds + BigInt(offsetNanoseconds)),
    offsetNanoseconds
  };
}
function getInstantPreferringOffset(timeZone, isoDateTime, offsetNano) {
  return getMatchingInstantFor(timeZone, isoDateTime, offsetNano, 2, 0);
}
function getMatchingInstantFor(timeZone, isoDateTime, offsetNano, offsetDisambig = 0, epochDisambig = 0, epochFuzzy, hasZ) {
  if (hasZ || void 0 !== offsetNano && 1 === offsetDisambig) {
    return isoDateTimeAndOffsetToEpochNano(isoDateTime, offsetNano || 0);
  }
  const possibleEpochNanos = timeZone.O(isoDateTime);
  if (void 0 !== offsetNano && 3 !== offsetDisambig) {
    checkIsoDateInBounds(isoDateTime, 0);
    const matchingEpochNano = ((possibleEpochNanos2, isoDateTime2, offsetNano2, fuzzy) => {
      const zonedEpochNano = isoDateTimeToEpochNano(isoDateTime2);
      fuzzy && (offsetNano2 = roundToMinute(offsetNano2));
      for (const possibleEpochNano of possibleEpochNanos2) {
        let possibleOffsetNano = Number(zonedEpochNano - possibleEpochNano);
        if (fuzzy && (possibleOffsetNano = roundToMinute(possibleOffsetNano)), possibleOffsetNano === offsetNano2) {
          return possibleEpochNano;
        }
      }
    })(possibleEpochNanos, isoDateTime, offsetNano, epochFuzzy);
    if (void 0 !== matchingEpochNano) {
      return matchingEpochNano;
    }
    0 === offsetDisambig && throwRangeError("Invalid TimeZone offset");
  }
  return getSingleInstantFor(timeZone, isoDateTime, epochDisambig, possibleEpochNanos);
}
function getSingleInstantFor(timeZone, isoDateTime, disambig = 0, possibleEpochNanos = timeZone.O(isoDateTime)) {
  if (1 === possibleEpochNanos.length) {
    return possibleEpochNanos[0];
  }
  if (1 === disambig && throwRangeError("Ambiguous offset"), possibleEpochNanos.length) {
    return possibleEpochNanos[3 === disambig ? 1 : 0];
  }
  const zonedEpochNano = isoDateTimeToEpochNano(isoDateTime);
  const gapNano = ((timeZone2, zonedEpochNano2) => {
    const startOffsetNano = timeZone2.B(zonedEpochNano2 - bigNanoInUtcDay);
    return ((gapNano2) => (gapNano2 > nanoInUtcDay && throwRangeError("Out-of-bounds TimeZone gap"), gapNano2))(timeZone2.B(zonedEpochNano2 + bigNanoInUtcDay) - startOffsetNano);
  })(timeZone, zonedEpochNano);
  const shiftedIsoDateTime = epochNanoToIsoDateTime(zonedEpochNano + BigInt(gapNano * (2 === disambig ? -1 : 1)));
  return (possibleEpochNanos = timeZone.O(shiftedIsoDateTime))[2 === disambig ? 0 : possibleEpochNanos.length - 1];
}
function getStartOfDayInstantFor(timeZone, isoDateTime) {
  const possibleEpochNanos = timeZone.O(isoDateTime);
  if (possibleEpochNanos.length) {
    return possibleEpochNanos[0];
  }
  const zonedEpochNanoDayBefore = isoDateTimeToEpochNano(isoDateTime) - bigNanoInUtcDay;
  return timeZone.C(zonedEpochNanoDayBefore, 1);
}
function moveYearMonth(calendar, isoDate, durationSlots, overflow = 0) {
  computeDurationSign(durationSlots) && clampEntity("unit", getMaxDurationUnit(durationSlots), 8, 9, 1, durationFieldNamesAsc);
  const first = checkIsoDateInBounds(moveToStartOfMonth(calendar, isoDate));
  return moveToStartOfMonth(calendar, moveDate(calendar, first, durationSlots, overflow));
}
function moveZonedEpochSlots(slots, durationFields, overflow = 0) {
  const { calendar, epochNanoseconds: epochNano, timeZone } = slots;
  const timeOnlyNano = durationTimeToBigNano(durationFields);
  let movedEpochNano = epochNano;
  if (durationHasDateParts(durationFields)) {
    const isoDateTime = zonedEpochSlotsToIso(slots);
    movedEpochNano = getSingleInstantFor(timeZone, combineDateAndTime(moveDate(calendar, isoDateTime, {
      ...durationFields,
      ...durationTimeFieldDefaults
    }, overflow), isoDateTime)) + timeOnlyNano;
  } else {
    movedEpochNano += timeOnlyNano;
  }
  return {
    ...slots,
    epochNanoseconds: checkEpochNanoInBounds(movedEpochNano)
  };
}
function moveDateTime(calendar, isoDateTime, durationFields, overflow = 0) {
  const [movedTimeFields, dayDelta] = moveTime(isoDateTime, durationFields);
  return checkIsoDateTimeInBounds(combineDateAndTime(moveDate(calendar, isoDateTime, {
    ...durationFields,
    ...durationTimeFieldDefaults,
    days: durationFields.days + dayDelta
  }, overflow), movedTimeFields));
}
function moveTime(timeFields, durationFields) {
  return moveTimeByNano(timeFields, durationTimeToBigNano(durationFields));
}
function moveEpochNano(epochNano, durationFields) {
  return moveEpochNanoByNano(epochNano, (clampEntity("unit", getMaxDurationUnit(fields = durationFields), 0, 5, 1, durationFieldNamesAsc), durationTimeToBigNano(fields)));
  var fields;
}
function moveDate(calendar, isoDate, durationFields, overflow = 0) {
  let { years, months, weeks, days } = durationFields;
  let movedIsoDate;
  if (days += Number(durationTimeToBigNano(durationFields) / bigNanoInUtcDay), years || months) {
    movedIsoDate = moveDateByCalendarUnits(calendar, isoDate, years, months, overflow);
  } else {
    if (!weeks && !days) {
      return isoDate;
    }
    movedIsoDate = isoDate;
  }
  return (weeks || days) && (movedIsoDate = moveDateByDays(movedIsoDate, 7 * weeks + days)), checkIsoDateInBounds(movedIsoDate);
}
function moveToStartOfMonth(calendar, isoDate) {
  return moveDateByDays(isoDate, 1 - computeCalendarDateFields(calendar, isoDate).day);
}
function moveDateByCalendarUnits(calendar, isoDate, years, months, overflow) {
  const dateParts = computeCalendarDateFields(calendar, isoDate);
  let { year, month, day: day2 } = dateParts;
  if (years) {
    const [monthCodeNumber, isLeapMonth] = computeCalendarMonthCodeParts(calendar, year, month);
    year += years, month = resolveMonthInMovedYear(calendar, monthCodeNumber, isLeapMonth, calendar ? calendar.p(year) : void 0, overflow), month = clampEntity("month", month, 1, computeCalendarMonthsInYearForYear(calendar, year), overflow);
  }
  if (months) {
    const yearMonthParts = addCalendarMonths(calendar, year, month, months);
    ({ year, month } = yearMonthParts);
  }
  return day2 = clampEntity("day", day2, 1, computeCalendarDaysInMonthForYearMonth(calendar, year, month), overflow), computeCalendarIsoFieldsFromParts(calendar, year, month, day2);
}
function addCalendarMonths(calendar, year, month, monthDelta) {
  return calendar ? calendar.ae(year, month, monthDelta) : addIsoMonths(year, month, monthDelta);
}
function resolveMonthInMovedYear(calendar, monthCodeNumber, isLeapMonth, targetLeapMonth, overflow) {
  if (isLeapMonth) {
    const leapMonthMeta = calendar ? calendar.l : void 0;
    if (void 0 !== targetLeapMonth && (leapMonthMeta < 0 || targetLeapMonth === monthCodeNumber + 1)) {
      return targetLeapMonth;
    }
    if (1 === overflow && throwRangeError(invalidLeapMonth), leapMonthMeta < 0) {
      return -leapMonthMeta;
    }
  }
  return monthCodeNumberToMonth(monthCodeNumber, 0, targetLeapMonth);
}
function moveTimeByNano(timeFields, durationBigNano) {
  const durDays = Number(durationBigNano / bigNanoInUtcDay);
  const durTimeNano = Number(durationBigNano % bigNanoInUtcDay);
  const [newTimeFields, overflowDays] = nanoToTimeAndDay(timeFieldsToNano(timeFields) + durTimeNano);
  return [newTimeFields, durDays + overflowDays];
}
function moveEpochNanoByNano(epochNano, deltaNano) {
  return checkEpochNanoInBounds(epochNano + deltaNano);
}
function moveDateByDays(isoDate, days) {
  return days ? epochDaysToIsoDate(isoDateToEpochDays(isoDate) + days) : isoDate;
}
function getCommonCalendar(a, b) {
  return getCalendarSlotId(a) !== getCalendarSlotId(b) && throwRangeError("Mismatching Calendars"), a;
}
function getCommonTimeZone(a, b) {
  return a.m !== b.m && throwRangeError("Mismatching TimeZones"), a;
}
function getZonedTimeZoneId(slots) {
  return slots.timeZone.id;
}
function diffZonedDateTimesRounded(calendar, startZoned, endZoned, largestUnit, smallestUnit, roundingInc, roundingMode) {
  return largestUnit < 6 ? diffEpochNanosRounded(startZoned.epochNanoseconds, endZoned.epochNanoseconds, largestUnit, smallestUnit, roundingInc, roundingMode) : ((calendar2, startZoned2, endZoned2, largestUnit2, smallestUnit2, roundingInc2, roundingMode2) => {
    const timeZone = getCommonTimeZone(startZoned2.timeZone, endZoned2.timeZone);
    const endEpochNano = endZoned2.epochNanoseconds;
    if (endEpochNano === startZoned2.epochNanoseconds) {
      return durationFieldDefaults;
    }
    let durationFields;
    return durationFields = diffZonedEpochsExact(timeZone, calendar2, startZoned2, endZoned2, largestUnit2), durationFields = roundRelativeDuration(durationFields, endEpochNano, largestUnit2, smallestUnit2, roundingInc2, roundingMode2, createZonedRelativeOps(calendar2, timeZone, startZoned2), 1), durationFields;
  })(calendar, startZoned, endZoned, largestUnit, smallestUnit, roundingInc, roundingMode);
}
function diffDateTimesRounded(calendar, startIsoDateTime, endIsoDateTime, largestUnit, smallestUnit, roundingInc, roundingMode) {
  return largestUnit <= 6 ? diffEpochNanosRounded(isoDateTimeToEpochNano(startIsoDateTime), isoDateTimeToEpochNano(endIsoDateTime), largestUnit, smallestUnit, roundingInc, roundingMode) : ((calendar2, startIsoDateTime2, endIsoDateTime2, largestUnit2, smallestUnit2, roundingInc2, roundingMode2) => {
    const endEpochNano = isoDateTimeToEpochNano(endIsoDateTime2);
    const sign = compareBigInts(endEpochNano, isoDateTimeToEpochNano(startIsoDateTime2));
    if (!sign) {
      return durationFieldDefaults;
    }
    let durationFields;
    return durationFields = diffDateTimesBig(calendar2, startIsoDateTime2, endIsoDateTime2, sign, largestUnit2), durationFields = roundRelativeDuration(durationFields, endEpochNano, largestUnit2, smallestUnit2, roundingInc2, roundingMode2, ((calendar3, origin) => ({
      ne: isoDateTimeToEpochNano(origin),
      X: (duration2) => isoDateTimeToEpochNano(combineDateAndTime(moveDate(calendar3, origin, duration2), origin))
    }))(calendar2, startIsoDateTime2)), durationFields;
  })(calendar, startIsoDateTime, endIsoDateTime, largestUnit, smallestUnit, roundingInc, roundingMode);
}
function diffYearMonthsRounded(calendar, startIsoDate, endIsoDate, largestUnit, smallestUnit, roundingInc, roundingMode) {
  const firstOfMonth0 = moveToStartOfMonth(calendar, startIsoDate);
  const firstOfMonth1 = moveToStartOfMonth(calendar, endIsoDate);
  return compareIsoDates(firstOfMonth0, firstOfMonth1) ? diffDateCalendarUnitsRounded(calendar, checkIsoDateInBounds(firstOfMonth0), checkIsoDateInBounds(firstOfMonth1), largestUnit, smallestUnit, roundingInc, roundingMode, 8) : durationFieldDefaults;
}
function diffDatesRounded(calendar, startIsoDate, endIsoDate, largestUnit, smallestUnit, roundingInc, roundingMode, smallestPrecision = 6) {
  return 6 === largestUnit ? diffEpochNanosRounded(isoDateToEpochNano(startIsoDate), isoDateToEpochNano(endIsoDate), largestUnit, smallestUnit, roundingInc, roundingMode) : diffDateCalendarUnitsRounded(calendar, startIsoDate, endIsoDate, largestUnit, smallestUnit, roundingInc, roundingMode, smallestPrecision);
}
function diffTimesRounded(plainTimeSlots0, plainTimeSlots1, largestUnit, smallestUnit, roundingInc, roundingMode) {
  const timeDiffNano = roundNumberToInc(timeFieldsToNano(plainTimeSlots1) - timeFieldsToNano(plainTimeSlots0), computeNanoInc(smallestUnit, roundingInc), roundingMode);
  return {
    ...durationFieldDefaults,
    ...nanoToDurationTimeFields(timeDiffNano, largestUnit)
  };
}
function diffDateCalendarUnitsRounded(calendar, startIsoDate, endIsoDate, largestUnit, smallestUnit, roundingInc, roundingMode, smallestPrecision = 6) {
  const endEpochNano = isoDateToEpochNano(endIsoDate);
  if (!compareIsoDates(startIsoDate, endIsoDate)) {
    return durationFieldDefaults;
  }
  let durationFields;
  return durationFields = diffCalendarDates(calendar, startIsoDate, endIsoDate, largestUnit), smallestUnit === smallestPrecision && 1 === roundingInc || (durationFields = roundRelativeDuration(durationFields, endEpochNano, largestUnit, smallestUnit, roundingInc, roundingMode, createDateRelativeOps(calendar, startIsoDate))), durationFields;
}
function diffEpochNanosRounded(startEpochNano, endEpochNano, largestUnit, smallestUnit, roundingInc, roundingMode) {
  return {
    ...durationFieldDefaults,
    ...nanoToDurationDayTimeFields(roundBigNanoToInc(endEpochNano - startEpochNano, computeBigNanoInc(smallestUnit, roundingInc), roundingMode), largestUnit)
  };
}
function diffZonedEpochsExact(timeZone, calendar, startZoned, endZoned, largestUnit) {
  return largestUnit < 6 ? {
    ...durationFieldDefaults,
    ...nanoToDurationDayTimeFields(endZoned.epochNanoseconds - startZoned.epochNanoseconds, largestUnit)
  } : ((timeZone2, startZoned2, endZoned2) => {
    const sign = compareBigInts(endZoned2.epochNanoseconds, startZoned2.epochNanoseconds);
    if (!sign) {
      return durationFieldDefaults;
    }
    if (!compareIsoDates(zonedEpochSlotsToIso(startZoned2), zonedEpochSlotsToIso(endZoned2))) {
      return {
        ...durationFieldDefaults,
        ...nanoToDurationDayTimeFields(endZoned2.epochNanoseconds - startZoned2.epochNanoseconds, 5)
      };
    }
    const [startIsoDateTime, endIsoDate, remainderNano] = prepareZonedEpochDiff(timeZone2, startZoned2, endZoned2, sign);
    return {
      ...(start = startIsoDateTime, end = endIsoDate, diffCalendarDates(calendar, start, end, largestUnit)),
      ...nanoToDurationTimeFields(remainderNano)
    };
    var start, end;
  })(timeZone, startZoned, endZoned);
}
function diffDateTimesExact(calendar, startIsoDateTime, endIsoDateTime, largestUnit) {
  const startEpochNano = isoDateTimeToEpochNano(startIsoDateTime);
  const endEpochNano = isoDateTimeToEpochNano(endIsoDateTime);
  const sign = compareBigInts(endEpochNano, startEpochNano);
  return sign ? largestUnit <= 6 ? {
    ...durationFieldDefaults,
    ...nanoToDurationDayTimeFields(endEpochNano - startEpochNano, largestUnit)
  } : diffDateTimesBig(calendar, startIsoDateTime, endIsoDateTime, sign, largestUnit) : durationFieldDefaults;
}
function diffDateTimesBig(calendar, startIsoDateTime, endIsoDateTime, sign, largestUnit) {
  let diffEndDate = endIsoDateTime;
  let timeNano = timeFieldsToNano(endIsoDateTime) - timeFieldsToNano(startIsoDateTime);
  return Math.sign(timeNano) === -sign && (diffEndDate = moveDateByDays(endIsoDateTime, -sign), timeNano += nanoInUtcDay * sign), {
    ...diffCalendarDates(calendar, startIsoDateTime, diffEndDate, largestUnit),
    ...nanoToDurationTimeFields(timeNano)
  };
}
function prepareZonedEpochDiff(timeZone, startZoned, endZoned, sign) {
  const startIsoDate = zonedEpochSlotsToIso(startZoned);
  const endIsoDate = zonedEpochSlotsToIso(endZoned);
  const endEpochNano = endZoned.epochNanoseconds;
  let dayCorrection = 0;
  const timeDiffNano = timeFieldsToNano(endIsoDate) - timeFieldsToNano(startIsoDate);
  Math.sign(timeDiffNano) === -sign && dayCorrection++;
  const maxDayCorrection = sign > 0 ? 2 : 1;
  for (; ; dayCorrection++) {
    const midIsoDate = moveDateByDays(endIsoDate, dayCorrection * -sign);
    const midEpochNano = getSingleInstantFor(timeZone, combineDateAndTime(midIsoDate, startIsoDate));
    if (dayCorrection === maxDayCorrection || compareBigInts(endEpochNano, midEpochNano) !== -sign) {
      return [startIsoDate, midIsoDate, Number(endEpochNano - midEpochNano)];
    }
  }
}
function diffCalendarDates(calendar, startIsoDate, endIsoDate, largestUnit) {
  if (largestUnit <= 7) {
    return ((asWeeks, start, end) => {
      const days = countIsoDays(start, end);
      return asWeeks ? {
        ...durationFieldDefaults,
        weeks: divTrunc(days, 7),
        days: modTrunc(days, 7)
      } : {
        ...durationFieldDefaults,
        days
      };
    })(7 === largestUnit, startIsoDate, endIsoDate);
  }
  const yearMonthDayStart = computeCalendarDateFields(calendar, startIsoDate);
  const yearMonthDayEnd = computeCalendarDateFields(calendar, endIsoDate);
  if (8 === largestUnit) {
    const { year: year02, month: month02, day: day02 } = yearMonthDayStart;
    const { year: year12, month: month12, day: day12 } = yearMonthDayEnd;
    const sign = Math.sign(compareNumbers(year12, year02) || compareNumbers(month12, month02) || countIsoDays(startIsoDate, endIsoDate));
    let months = 0;
    let days = 0;
    if (sign) {
      months = calendar ? calendar.ee(year02, month02, year12, month12) : diffIsoMonthSlots(year02, month02, year12, month12);
      let anchorIsoDate = moveDateByCalendarUnits(calendar, startIsoDate, 0, months, 0);
      sign * compareNumbers(day02, day12) > 0 && (months -= sign, anchorIsoDate = moveDateByCalendarUnits(calendar, startIsoDate, 0, months, 0)), days = countIsoDays(anchorIsoDate, endIsoDate);
    }
    return {
      ...durationFieldDefaults,
      months,
      days
    };
  }
  const { year: year0, month: month0, day: day0 } = yearMonthDayStart;
  let { year: year1, month: month1, day: day1 } = yearMonthDayEnd;
  let yearDiff = year1 - year0;
  let monthDiff = month1 - month0;
  let dayDiff = day1 - day0;
  if (yearDiff || monthDiff) {
    const sign = Math.sign(yearDiff || monthDiff);
    let daysInMonth1 = computeCalendarDaysInMonthForYearMonth(calendar, year1, month1);
    let dayCorrect = 0;
    if (Math.sign(day1 - day0) === -sign) {
      const origDaysInMonth1 = daysInMonth1;
      const yearMonthParts = addCalendarMonths(calendar, year1, month1, -sign);
      ({ year: year1, month: month1 } = yearMonthParts), yearDiff = year1 - year0, monthDiff = month1 - month0, daysInMonth1 = computeCalendarDaysInMonthForYearMonth(calendar, year1, month1), dayCorrect = sign < 0 ? -origDaysInMonth1 : daysInMonth1;
    }
    if (dayDiff = day1 - Math.min(day0, daysInMonth1) + dayCorrect, yearDiff) {
      const [monthCodeNumber0, isLeapMonth0] = computeCalendarMonthCodeParts(calendar, year0, month0);
      const [monthCodeNumber1, isLeapMonth1] = computeCalendarMonthCodeParts(calendar, year1, month1);
      const leapMonthMeta = calendar ? calendar.l : void 0;
      if (monthDiff = void 0 !== leapMonthMeta && isLeapMonth0 && !isLeapMonth1 && (leapMonthMeta < 0 ? sign > 0 && monthCodeNumber1 === -leapMonthMeta : sign < 0 && monthCodeNumber1 === monthCodeNumber0) ? 0 : monthCodeNumber1 - monthCodeNumber0 || Number(isLeapMonth1) - Number(isLeapMonth0), Math.sign(monthDiff) === -sign) {
        const monthCorrect = sign < 0 && -computeCalendarMonthsInYearForYear(calendar, year1);
        year1 -= sign, yearDiff = year1 - year0, monthDiff = month1 - resolveMonthInMovedYear(calendar, monthCodeNumber0, isLeapMonth0, calendar ? calendar.p(year1) : void 0, 0) + (monthCorrect || computeCalendarMonthsInYearForYear(calendar, year1));
      } else if (calendar) {
        const month0Projected = resolveMonthInMovedYear(calendar, monthCodeNumber0, isLeapMonth0, calendar.p(year1), 0);
        monthDiff = calendar.ee(year1, month0Projected, year1, month1);
      }
    }
  }
  return {
    ...durationFieldDefaults,
    years: yearDiff,
    months: monthDiff,
    days: dayDiff
  };
}
function compareIsoDates(isoDate0, isoDate1) {
  return compareNumbers(isoDate0.year, isoDate1.year) || compareNumbers(isoDate0.month, isoDate1.month) || compareNumbers(isoDate0.day, isoDate1.day);
}
function countIsoDays(startIsoDate, endIsoDate) {
  return isoDateToEpochDays(endIsoDate) - isoDateToEpochDays(startIsoDate);
}
function spanRelativeDuration(relativeToSlots, durationFields, largestUnit) {
  return isZonedEpochSlots(relativeToSlots) ? ((relativeToSlots2, durationFields2, largestUnit2) => {
    const { calendar, timeZone } = relativeToSlots2;
    const endSlots = moveZonedEpochSlots(relativeToSlots2, durationFields2);
    return [diffZonedEpochsExact(timeZone, calendar, relativeToSlots2, endSlots, largestUnit2), endSlots.epochNanoseconds, createZonedRelativeOps(calendar, timeZone, relativeToSlots2)];
  })(relativeToSlots, durationFields, largestUnit) : ((relativeToSlots2, durationFields2, largestUnit2) => {
    const { calendar } = relativeToSlots2;
    const origin = checkIsoDateTimeInBounds(combineDateAndTime(relativeToSlots2, timeFieldDefaults));
    const end = moveDateTime(calendar, origin, durationFields2);
    return [diffDateTimesExact(calendar, origin, end, largestUnit2), isoDateTimeToEpochNano(end), createDateRelativeOps(calendar, relativeToSlots2)];
  })(relativeToSlots, durationFields, largestUnit);
}
function moveRelativeEndpointToEpochNano(relativeToSlots, durationFields) {
  return isZonedEpochSlots(relativeToSlots) ? moveZonedEpochSlots(relativeToSlots, durationFields).epochNanoseconds : isoDateTimeToEpochNano(moveDateTime(relativeToSlots.calendar, combineDateAndTime(relativeToSlots, timeFieldDefaults), durationFields));
}
function moveRelativeMarkerToEpochNano(relativeOps, dateDuration) {
  return durationHasDateParts(dateDuration) ? relativeOps.X(dateDuration) : relativeOps.ne;
}
function createZonedRelativeOps(calendar, timeZone, slots) {
  const origin = zonedEpochSlotsToIso(slots);
  return {
    ne: slots.epochNanoseconds,
    X: (duration2) => getSingleInstantFor(timeZone, combineDateAndTime(moveDate(calendar, origin, duration2), origin))
  };
}
function createDateRelativeOps(calendar, origin) {
  return {
    ne: isoDateToEpochNano(origin),
    X: (duration2) => isoDateToEpochNano(moveDate(calendar, origin, duration2))
  };
}
function isZonedEpochSlots(slots) {
  return "timeZone" in slots;
}
function isUniformUnit(unit, isZoned) {
  return unit <= 6 - (isZoned ? 1 : 0);
}
function nanoToGivenFields(nano, largestUnit, fieldNames) {
  const fields = {};
  for (let unit = largestUnit; unit >= 0; unit--) {
    const divisor = unitNanoMap[unit];
    fields[fieldNames[unit]] = divTrunc(nano, divisor), nano = modTrunc(nano, divisor);
  }
  return fields;
}
var maxDurationSeconds = 2 ** 53;
function addDurationsWithoutRelativeTo(doSubtract, slots, otherSlots) {
  const maxUnit = Math.max(getMaxDurationUnit(slots), getMaxDurationUnit(otherSlots));
  return clampEntity("unit", maxUnit, 0, 6, 1, durationFieldNamesAsc), ((doSubtract2, slots2, otherSlots2, maxUnit2) => createDurationSlots(validateDurationFields(((a, b, largestUnit, doSubtract3) => {
    const combined = durationDayTimeToBigNano(a) + durationDayTimeToBigNano(b) * BigInt(doSubtract3 ? -1 : 1);
    return Number.isFinite(Number(combined / bigNanoInUtcDay)) || throwRangeError(outOfBoundsDate), {
      ...durationFieldDefaults,
      ...nanoToDurationDayTimeFields(combined, largestUnit)
    };
  })(slots2, otherSlots2, maxUnit2, doSubtract2))))(doSubtract, slots, otherSlots, maxUnit);
}
function roundDuration(refineRelativeTo, slots, options) {
  const durationLargestUnit = getMaxDurationUnit(slots);
  const [largestUnit, smallestUnit, roundingInc, roundingMode, relativeToSlots] = ((options2, defaultLargestUnit, refineRelativeTo2) => {
    options2 = normalizeOptionsOrString(options2, smallestUnitStr);
    let largestUnit2 = coerceLargestUnit(options2);
    const relativeToInternals = refineRelativeTo2(options2.relativeTo);
    let roundingInc2 = coerceRoundingIncInteger(options2);
    const roundingMode2 = coerceRoundingMode(options2, 7);
    let smallestUnit2 = coerceSmallestUnit(options2);
    return void 0 === largestUnit2 && void 0 === smallestUnit2 && throwRangeError("Required smallestUnit or largestUnit"), null == smallestUnit2 && (smallestUnit2 = 0), null == largestUnit2 && (largestUnit2 = Math.max(smallestUnit2, defaultLargestUnit)), checkLargestSmallestUnit(largestUnit2, smallestUnit2), roundingInc2 = validateRoundingInc(roundingInc2, smallestUnit2, 1), roundingInc2 > 1 && smallestUnit2 > 5 && largestUnit2 !== smallestUnit2 && throwRangeError("For calendar units with roundingIncrement > 1, use largestUnit = smallestUnit"), [largestUnit2, smallestUnit2, roundingInc2, roundingMode2, relativeToInternals];
  })(options, durationLargestUnit, refineRelativeTo);
  if (!relativeToSlots && Math.max(durationLargestUnit, largestUnit) <= 6) {
    return createDurationSlots(validateDurationFields(((durationFields, largestUnit2, smallestUnit2, roundingInc2, roundingMode2) => {
      const roundedBigNano = roundBigNanoToInc(durationDayTimeToBigNano(durationFields), computeBigNanoInc(smallestUnit2, roundingInc2), roundingMode2);
      return {
        ...durationFieldDefaults,
        ...nanoToDurationDayTimeFields(roundedBigNano, largestUnit2)
      };
    })(slots, largestUnit, smallestUnit, roundingInc, roundingMode)));
  }
  relativeToSlots || throwRangeError("Missing relativeTo");
  const isZoned = isZonedEpochSlots(relativeToSlots);
  if (!slots.sign && (!isZoned || largestUnit < 6)) {
    return slots;
  }
  const [balancedDuration, endEpochNano, relativeOps] = spanRelativeDuration(relativeToSlots, slots, largestUnit);
  return createDurationSlots(roundRelativeDuration(balancedDuration, endEpochNano, largestUnit, smallestUnit, roundingInc, roundingMode, relativeOps, isZoned));
}
function absDuration(slots) {
  return -1 === slots.sign ? negateDuration(slots) : slots;
}
function negateDuration(slots) {
  return createDurationSlots(negateDurationFields(slots));
}
function negateDurationFields(fields) {
  const res = {};
  for (const fieldName of durationFieldNamesAsc) {
    res[fieldName] = -1 * fields[fieldName] || 0;
  }
  return res;
}
function computeDurationSign(fields, fieldNames = durationFieldNamesAsc) {
  let sign = 0;
  for (const fieldName of fieldNames) {
    const fieldSign = Math.sign(fields[fieldName]);
    fieldSign && (sign && sign !== fieldSign && throwRangeError("Cannot mix duration signs"), sign = fieldSign);
  }
  return sign;
}
function validateDurationFields(fields) {
  for (const calendarUnit of durationCalendarFieldNamesAsc) {
    validateDurationCalendarUnit(calendarUnit, fields[calendarUnit]);
  }
  const bigNano = durationDayTimeToBigNano(fields);
  return validateDurationTimeUnit(Number(bigNano / bigNanoInSec)), fields;
}
function validateDurationCalendarUnit(unit, value) {
  return clampEntity(unit, value, -4294967295, 4294967295, 1);
}
function validateDurationTimeUnit(n) {
  Number.isSafeInteger(n) || throwRangeError("Out-of-bounds duration");
}
function durationDayTimeToBigNano(fields) {
  return BigInt(fields.days) * bigNanoInUtcDay + durationTimeToBigNano(fields);
}
function durationTimeToBigNano(fields) {
  return BigInt(fields.hours) * bigNanoInHour + BigInt(fields.minutes) * bigNanoInMinute + durationSubMinuteToBigNano(fields);
}
function durationSubMinuteToBigNano(fields) {
  return BigInt(fields.seconds) * bigNanoInSec + BigInt(fields.milliseconds) * bigNanoInMilli + BigInt(fields.microseconds) * bigNanoInMicro + BigInt(fields.nanoseconds);
}
function nanoToDurationDayTimeFields(bigNano, largestUnit = 6) {
  const days = Number(bigNano / bigNanoInUtcDay);
  const timeNano = Number(bigNano % bigNanoInUtcDay);
  const unitNano = unitNanoMap[largestUnit];
  const largestUnitVal = largestUnit <= 3 ? Number(bigNano / BigInt(unitNano)) : days * (nanoInUtcDay / unitNano) + divTrunc(timeNano, unitNano);
  Number.isFinite(largestUnitVal) || throwRangeError(outOfBoundsDate), largestUnit <= 3 && Math.abs(largestUnitVal) / (nanoInSec2 / unitNanoMap[largestUnit]) >= maxDurationSeconds && throwRangeError(outOfBoundsDate);
  const dayTimeFields = nanoToGivenFields(timeNano, largestUnit, durationFieldNamesAsc);
  return dayTimeFields[durationFieldNamesAsc[largestUnit]] = largestUnitVal, dayTimeFields;
}
function nanoToDurationTimeFields(nano, largestUnit = 5) {
  return nanoToGivenFields(nano, largestUnit, durationFieldNamesAsc);
}
function durationHasDateParts(fields) {
  return Boolean(computeDurationSign(fields, durationDateFieldNamesAsc));
}
function getMaxDurationUnit(fields) {
  let unit = 9;
  for (; unit > 0 && !fields[durationFieldNamesAsc[unit]]; unit--) {
  }
  return unit;
}
function compareZonedEpochSlots(zonedEpochSlots0, zonedEpochSlots1) {
  return compareBigInts(zonedEpochSlots0.epochNanoseconds, zonedEpochSlots1.epochNanoseconds);
}
function compareDurations(refineRelativeTo, durationSlots0, durationSlots1, options) {
  const relativeToSlots = refineRelativeTo(normalizeOptions(options).relativeTo);
  const maxUnit = Math.max(getMaxDurationUnit(durationSlots0), getMaxDurationUnit(durationSlots1));
  return allPropsEqual(durationFieldNamesAsc, durationSlots0, durationSlots1) ? 0 : isUniformUnit(maxUnit, relativeToSlots && isZonedEpochSlots(relativeToSlots)) ? compareBigInts(durationDayTimeToBigNano(durationSlots0), durationDayTimeToBigNano(durationSlots1)) : (relativeToSlots || throwRangeError("Missing relativeTo"), compareBigInts(moveRelativeEndpointToEpochNano(relativeToSlots, durationSlots0), moveRelativeEndpointToEpochNano(relativeToSlots, durationSlots1)));
}
function compareIsoDateTimeFields(isoDateTime0, isoDateTime1) {
  return compareIsoDateFields(isoDateTime0, isoDateTime1) || compareTimeFields(isoDateTime0, isoDateTime1);
}
function compareIsoDateFields(isoDate0, isoDate1) {
  return compareNumbers(isoDateToEpochDays(isoDate0), isoDateToEpochDays(isoDate1));
}
function compareTimeFields(timeFields0, timeFields1) {
  return compareNumbers(timeFieldsToNano(timeFields0), timeFieldsToNano(timeFields1));
}
function instantsEqual(instantSlots0, instantSlots1) {
  return !compareZonedEpochSlots(instantSlots0, instantSlots1);
}
function zonedDateTimesEqual(zonedDateTimeSlots0, zonedDateTimeSlots1) {
  return !compareZonedEpochSlots(zonedDateTimeSlots0, zonedDateTimeSlots1) && zonedDateTimeSlots0.timeZone.m === zonedDateTimeSlots1.timeZone.m && zonedDateTimeSlots0.calendar === zonedDateTimeSlots1.calendar;
}
function plainDateTimesEqual(plainDateTimeSlots0, plainDateTimeSlots1) {
  return !compareIsoDateTimeFields(plainDateTimeSlots0, plainDateTimeSlots1) && plainDateTimeSlots0.calendar === plainDateTimeSlots1.calendar;
}
function plainDatesEqual(plainDateSlots0, plainDateSlots1) {
  return !compareIsoDateFields(plainDateSlots0, plainDateSlots1) && plainDateSlots0.calendar === plainDateSlots1.calendar;
}
function plainYearMonthsEqual(plainYearMonthSlots0, plainYearMonthSlots1) {
  return !compareIsoDateFields(plainYearMonthSlots0, plainYearMonthSlots1) && plainYearMonthSlots0.calendar === plainYearMonthSlots1.calendar;
}
function plainMonthDaysEqual(plainMonthDaySlots0, plainMonthDaySlots1) {
  return !compareIsoDateFields(plainMonthDaySlots0, plainMonthDaySlots1) && plainMonthDaySlots0.calendar === plainMonthDaySlots1.calendar;
}
function plainTimesEqual(plainTimeSlots0, plainTimeSlots1) {
  return !compareTimeFields(plainTimeSlots0, plainTimeSlots1);
}
function getCalendarEraOrigins(calendar) {
  return 0 === calendar ? gregoryEraOrigins : calendar ? calendar.k : void 0;
}
function getCalendarFieldNames(calendar, fieldNames, fieldNamesWithEra = fieldNames) {
  return getCalendarEraOrigins(calendar) ? fieldNamesWithEra : fieldNames;
}
function resolveCalendarYear(fields, calendar) {
  const exoticCalendar = calendar || void 0;
  const eraOrigins = getCalendarEraOrigins(calendar);
  let { era, eraYear, year } = fields;
  if (void 0 !== year && (year = toIntegerWithTrunc(year, "year")), void 0 !== eraYear && (eraYear = toIntegerWithTrunc(eraYear, "eraYear")), void 0 !== era || void 0 !== eraYear) {
    void 0 !== era && void 0 !== eraYear || throwTypeError("Mismatching era/eraYear"), eraOrigins || throwRangeError("Forbidden era/eraYear");
    const normalizedEra = normalizeEraName(era);
    const eraOrigin = eraOrigins[normalizedEra];
    void 0 === eraOrigin && throwRangeError(((era2) => `Invalid era: ${era2}`)(era));
    const yearByEra = exoticCalendar?._ ? exoticCalendar._(eraYear, normalizedEra, eraOrigin) : eraYearToYear(eraYear, eraOrigin);
    void 0 !== year && year !== yearByEra && throwRangeError("Mismatching year/eraYear"), year = yearByEra;
  } else {
    void 0 === year && throwTypeError(missingYear(eraOrigins));
  }
  return year;
}
function resolveCalendarMonth(fields, calendar, year, monthCodeParts, overflow) {
  let { month, monthCode } = fields;
  if (void 0 !== monthCode) {
    const monthByCode = ((calendar2, monthCode2, year2, overflow2, monthCodeParts2 = parseMonthCode(monthCode2)) => {
      const leapMonth = calendar2 ? calendar2.p(year2) : void 0;
      const [monthCodeNumber, wantsLeapMonth] = monthCodeParts2;
      let month2 = monthCodeNumberToMonth(monthCodeNumber, wantsLeapMonth, leapMonth);
      if (wantsLeapMonth) {
        const leapMonthMeta = calendar2 ? calendar2.l : void 0;
        void 0 === leapMonthMeta && throwRangeError(invalidLeapMonth), leapMonthMeta > 0 ? (month2 > leapMonthMeta && throwRangeError(invalidLeapMonth), leapMonth !== month2 && (1 === overflow2 && throwRangeError(invalidLeapMonth), month2 = monthCodeNumberToMonth(monthCodeNumber, 0, leapMonth))) : (month2 !== -leapMonthMeta && throwRangeError(invalidLeapMonth), void 0 === leapMonth && 1 === overflow2 && throwRangeError(invalidLeapMonth));
      }
      return month2;
    })(calendar, monthCode, year, overflow, monthCodeParts);
    void 0 !== month && month !== monthByCode && throwRangeError("Mismatching month/monthCode"), month = monthByCode, overflow = 1;
  } else {
    void 0 === month && throwTypeError("Missing month/monthCode");
  }
  return clampEntity("month", month, 1, computeCalendarMonthsInYearForYear(calendar, year), overflow);
}
function resolveCalendarDay(fields, calendar, year, month, overflow) {
  return clampProp(fields, "day", 1, computeCalendarDaysInMonthForYearMonth(calendar, year, month), overflow);
}
function eraYearToYear(eraYear, eraOrigin) {
  return (eraOrigin + eraYear) * (Math.sign(eraOrigin) || 1) || 0;
}
function resolveTimeFields(fields, overflow) {
  return constrainTimeFields(pluckProps(timeFieldNamesAsc, {
    ...timeFieldDefaults,
    ...fields
  }), overflow);
}
var offsetRegExp = /^([+-])([01]\d|2[0-3])(?:(:?)([0-5]\d)(?:\3([0-5]\d)(?:[.,](\d{1,9}))?)?)?$/;
function parseOffsetNano(s) {
  const offsetNano = parseOffsetNanoMaybe(s);
  return void 0 === offsetNano && throwRangeError(failedParse(s)), offsetNano;
}
function parseOffsetNanoMaybe(s, onlyHourMinute) {
  const parts = offsetRegExp.exec(s);
  if (parts) {
    return onlyHourMinute && parts[5] && throwRangeError(failedParse(s)), /* @__PURE__ */ ((s2) => s2 && "+" !== s2 ? -1 : 1)(parts[1]) * (parseInt(parts[2]) * nanoInHour2 + parseInt0(parts[4]) * nanoInMinute2 + parseInt0(parts[5]) * nanoInSec2 + parseSubsecNano(parts[6] || ""));
  }
}
var dateFieldRefiners = {
  era: toString,
  month: toPositiveIntegerWithTruncation,
  monthCode(monthCode, fieldName) {
    return requireString(toPrimitiveWithStringHint(monthCode), fieldName);
  },
  day: toPositiveIntegerWithTruncation
};
var timeFieldRefiners = /* @__PURE__ */ zipPropsConst(timeFieldNamesAsc, toIntegerWithTrunc);
var durationFieldRefiners = /* @__PURE__ */ zipPropsConst(durationFieldNamesAsc, toStrictInteger);
var dateTimeFieldRefiners = /* @__PURE__ */ Object.assign({}, dateFieldRefiners, timeFieldRefiners);
var zonedDateTimeFieldRefiners = {
  offset(offsetString) {
    return parseOffsetNano(requireString(toPrimitiveWithStringHint(offsetString)));
  },
  ...dateTimeFieldRefiners
};
function readAndRefineBagFields(bag, validFieldNames, fieldRefiners, requiredFieldNames, disallowEmpty = !requiredFieldNames) {
  const res = {};
  let anyMatching = 0;
  for (const fieldName of validFieldNames) {
    let fieldVal = bag[fieldName];
    if (void 0 !== fieldVal) {
      anyMatching = 1;
      const refiner = fieldRefiners[fieldName];
      refiner && (fieldVal = refiner(fieldVal, fieldName)), res[fieldName] = fieldVal;
    } else {
      requiredFieldNames && requiredFieldNames.includes(fieldName) && throwTypeError(missingField(fieldName));
    }
  }
  return disallowEmpty && !anyMatching && throwTypeError("No valid fields: " + validFieldNames.join()), res;
}
function refineOverflowOptions(options) {
  return void 0 === options ? 0 : coerceOverflow(requireObjectLike(options));
}
function refineZonedFieldOptions(options, defaultOffsetDisambig = 0) {
  options = normalizeOptions(options);
  const epochDisambig = coerceEpochDisambig(options);
  const offsetDisambig = coerceOffsetDisambig(options, defaultOffsetDisambig);
  return [coerceOverflow(options), offsetDisambig, epochDisambig];
}
function refineEpochDisambigOptions(options) {
  return coerceEpochDisambig(normalizeOptions(options));
}
function refineCalendarDateFields(fields, calendar, allowMissingDay) {
  const eraOrigins = getCalendarEraOrigins(calendar);
  void 0 !== fields.year || void 0 !== fields.era && void 0 !== fields.eraYear || throwTypeError(missingYear(eraOrigins)), void 0 === fields.monthCode && void 0 === fields.month && throwTypeError("Missing month/monthCode"), allowMissingDay || void 0 !== fields.day || throwTypeError(missingField("day"));
  const monthCodeParts = parseMonthCodeField(fields);
  return [resolveCalendarYear(fields, calendar), monthCodeParts];
}
function refineMonthDayFields(fields, calendar) {
  const isIso = calendar === isoCalendarImpl;
  const eraOrigins = getCalendarEraOrigins(calendar);
  void 0 === fields.day && throwTypeError(missingField("day")), isIso || void 0 === fields.month || void 0 !== fields.year || void 0 !== fields.era && void 0 !== fields.eraYear || throwTypeError(missingYear(eraOrigins));
  const monthCodeParts = parseMonthCodeField(fields);
  return [void 0 !== fields.eraYear || void 0 !== fields.year ? resolveCalendarYear(fields, calendar) : void 0, monthCodeParts];
}
function createDateTimeFromRefinedFields(isoDate, timeFields = timeFieldDefaults, calendar) {
  const isoDateTime = combineDateAndTime(isoDate, timeFields);
  return checkIsoDateTimeInBounds(isoDateTime), createDateTimeSlots(isoDateTime, calendar);
}
function createDateFromRefinedFields(fields, calendar, year, monthCodeParts, overflow) {
  const month = resolveCalendarMonth(fields, calendar, year, monthCodeParts, overflow);
  return createDateSlots(checkIsoDateInBounds(computeCalendarIsoFieldsFromParts(calendar, year, month, resolveCalendarDay(fields, calendar, year, month, overflow))), calendar);
}
function createYearMonthFromRefinedFields(fields, calendar, year, monthCodeParts, overflow) {
  return createYearMonthFromCalendarParts(calendar, year, resolveCalendarMonth(fields, calendar, year, monthCodeParts, overflow));
}
function createMonthDayFromRefinedFields(fields, calendar, year, monthCodeParts, overflow) {
  const isIso = calendar === isoCalendarImpl;
  let yearMaybe = year;
  let day2;
  let monthCodeNumber;
  let isLeapMonth;
  if (void 0 === yearMaybe && isIso && (yearMaybe = 1972), void 0 !== yearMaybe) {
    isIso || checkIsoDateInBounds(computeCalendarIsoFieldsFromParts(calendar, yearMaybe, 1, 1));
    const month = resolveCalendarMonth(fields, calendar, yearMaybe, monthCodeParts, overflow);
    day2 = resolveCalendarDay(fields, calendar, yearMaybe, month, overflow), [monthCodeNumber, isLeapMonth] = computeCalendarMonthCodeParts(calendar, yearMaybe, month);
  } else {
    void 0 === fields.monthCode && throwTypeError("Missing month/monthCode"), [monthCodeNumber, isLeapMonth] = monthCodeParts;
    const referenceYear = calendar ? calendar.re : 1972;
    if (void 0 !== referenceYear) {
      day2 = resolveCalendarDay(fields, calendar, referenceYear, resolveCalendarMonth(fields, calendar, referenceYear, monthCodeParts, overflow), overflow);
    } else {
      const constrainedDay = 0 === overflow && calendar ? calendar.ge?.(monthCodeNumber, isLeapMonth, fields.day) : void 0;
      day2 = void 0 !== constrainedDay ? constrainedDay : fields.day;
    }
  }
  return createMonthDayFromMonthCodeParts(calendar, monthCodeNumber, isLeapMonth, day2, fields.day, overflow);
}
function createYearMonthFromCalendarParts(calendar, year, month) {
  return createDateSlots(checkIsoYearMonthInBounds(computeCalendarIsoFieldsFromParts(calendar, year, month, 1)), calendar);
}
function createMonthDayFromMonthCodeParts(calendar, monthCodeNumber, isLeapMonthArg, day2, requestedDay, overflow) {
  let isLeapMonth = isLeapMonthArg;
  isLeapMonth && ((calendar && calendar.U?.[monthCodeNumber]) ?? 1 / 0) < requestedDay && (1 === overflow && throwRangeError(invalidLeapMonth), isLeapMonth = 0, day2 = constrainToRange2(requestedDay, 1, (calendar && calendar.R) ?? 1 / 0));
  let res = calendar ? calendar.u(monthCodeNumber, Boolean(isLeapMonth), day2) : computeIsoYearMonthFieldsForMonthDay(monthCodeNumber, Boolean(isLeapMonth));
  for (; !res && 0 === overflow && day2 > 1; ) {
    day2--, res = calendar ? calendar.u(monthCodeNumber, Boolean(isLeapMonth), day2) : computeIsoYearMonthFieldsForMonthDay(monthCodeNumber, Boolean(isLeapMonth));
  }
  res || throwRangeError("Cannot guess year");
  const { year: finalYear, month: finalMonth } = res;
  return createDateSlots(checkIsoDateInBounds(computeCalendarIsoFieldsFromParts(calendar, finalYear, finalMonth, day2)), calendar);
}
function parseMonthCodeField(fields) {
  if (void 0 !== fields.monthCode) {
    return parseMonthCode(fields.monthCode);
  }
}
var RawDateTimeFormat = Intl.DateTimeFormat;
function formatEpochMilliToPartsRecord(intlFormat, epochMilli) {
  epochMilli < -864e13 && throwRangeError(outOfBoundsDate);
  const parts = intlFormat.formatToParts(epochMilli);
  const hash = {};
  for (const part of parts) {
    hash[part.type] = part.value;
  }
  return hash;
}
var timeZonePeriodDaysByName = {
  "El_Aaiun": 16,
  "Tucuman": 12,
  "Tirane": 11,
  "Riga": 10,
  "Simferopol": 9,
  "Vienna": 9,
  "Tunis": 8,
  "Boa_Vista": 6,
  "Fortaleza": 6,
  "Maceio": 6,
  "Noronha": 6,
  "Recife": 6,
  "Gaza": 6,
  "Hebron": 6,
  "DeNoronha": 6
};
var minPossibleTransitionSec = -4e9;
function refineTimeDisplayTuple(options, maxSmallestUnit = 4) {
  const subsecDigits = coerceFractionalSecondDigits(options);
  const roundingMode = coerceRoundingMode(options, 4);
  const smallestUnit = coerceSmallestUnit(options);
  return [roundingMode, ...resolveSmallestUnitAndSubsecDigits(validateUnitRange(smallestUnitStr, smallestUnit, 0, maxSmallestUnit), subsecDigits)];
}
function refineDateDisplayOptions(options) {
  return coerceCalendarDisplay(normalizeOptions(options));
}
function refineTimeDisplayOptions(options, maxSmallestUnit) {
  return refineTimeDisplayTuple(normalizeOptions(options), maxSmallestUnit);
}
function resolveSmallestUnitAndSubsecDigits(smallestUnit, subsecDigits) {
  return null != smallestUnit ? [unitNanoMap[smallestUnit], smallestUnit < 4 ? 9 - 3 * smallestUnit : -1] : [void 0 === subsecDigits ? 1 : 10 ** (9 - subsecDigits), subsecDigits];
}
function formatInstantIso(refineTimeZoneString, instantSlots, options) {
  const [timeZoneArg, roundingMode, nanoInc, subsecDigits] = ((options2) => {
    const subsecDigits2 = coerceFractionalSecondDigits(options2 = normalizeOptions(options2));
    const roundingMode2 = coerceRoundingMode(options2, 4);
    const smallestUnit = coerceSmallestUnit(options2);
    return [options2.timeZone, roundingMode2, ...resolveSmallestUnitAndSubsecDigits(validateUnitRange(smallestUnitStr, smallestUnit, 0, 4), subsecDigits2)];
  })(options);
  const providedTimeZone = void 0 !== timeZoneArg;
  return ((providedTimeZone2, timeZone, epochNano, roundingMode2, nanoInc2, subsecDigits2) => {
    epochNano = roundBigNanoToDayOriginInc(epochNano, BigInt(nanoInc2), roundingMode2);
    const offsetNano = timeZone.B(epochNano);
    return formatIsoDateTimeFields(epochNanoToIsoDateTime(epochNano + BigInt(offsetNano)), subsecDigits2) + (providedTimeZone2 ? formatOffsetNano(roundToMinute(offsetNano)) : "Z");
  })(providedTimeZone, queryTimeZone(providedTimeZone ? refineTimeZoneString(timeZoneArg) : "UTC"), instantSlots.epochNanoseconds, roundingMode, nanoInc, subsecDigits);
}
function formatZonedDateTimeIso(zonedDateTimeSlots0, options) {
  const displayOptions = ((options2) => {
    options2 = normalizeOptions(options2);
    const calendarDisplay = coerceCalendarDisplay(options2);
    const subsecDigits = coerceFractionalSecondDigits(options2);
    const offsetDisplay = coerceOffsetDisplay(options2);
    const roundingMode = coerceRoundingMode(options2, 4);
    const smallestUnit = coerceSmallestUnit(options2);
    return [calendarDisplay, coerceTimeZoneDisplay(options2), offsetDisplay, roundingMode, ...resolveSmallestUnitAndSubsecDigits(validateUnitRange(smallestUnitStr, smallestUnit, 0, 4), subsecDigits)];
  })(options);
  return ((calendar, timeZoneId, timeZone, epochNano, calendarDisplay, timeZoneDisplay, offsetDisplay, roundingMode, nanoInc, subsecDigits) => {
    epochNano = roundBigNanoToDayOriginInc(epochNano, BigInt(nanoInc), roundingMode);
    const offsetNano = timeZone.B(epochNano);
    return formatIsoDateTimeFields(epochNanoToIsoDateTime(epochNano + BigInt(offsetNano)), subsecDigits) + formatOffsetNano(roundToMinute(offsetNano), offsetDisplay) + formatTimeZone(timeZoneId, timeZoneDisplay) + formatCalendar(calendar, calendarDisplay);
  })(zonedDateTimeSlots0.calendar, zonedDateTimeSlots0.timeZone.id, zonedDateTimeSlots0.timeZone, zonedDateTimeSlots0.epochNanoseconds, ...displayOptions);
}
function formatPlainDateTimeIso(plainDateTimeSlots0, options) {
  const displayOptions = ((options2) => (options2 = normalizeOptions(options2), [coerceCalendarDisplay(options2), ...refineTimeDisplayTuple(options2)]))(options);
  return ((calendar, isoDateTime, calendarDisplay, roundingMode, nanoInc, subsecDigits) => formatIsoDateTimeFields(roundDateTimeToInc(isoDateTime, nanoInc, roundingMode), subsecDigits) + formatCalendar(calendar, calendarDisplay))(plainDateTimeSlots0.calendar, plainDateTimeSlots0, ...displayOptions);
}
function formatPlainDateIso(plainDateSlots, options) {
  return calendar = plainDateSlots.calendar, isoDate = plainDateSlots, calendarDisplay = refineDateDisplayOptions(options), formatIsoDateFields(isoDate) + formatCalendar(calendar, calendarDisplay);
  var calendar, isoDate, calendarDisplay;
}
function formatPlainYearMonthIso(plainYearMonthSlots, options) {
  return formatDateLikeIso(plainYearMonthSlots.calendar, formatIsoYearMonthFields, plainYearMonthSlots, refineDateDisplayOptions(options));
}
function formatPlainMonthDayIso(plainMonthDaySlots, options) {
  return formatDateLikeIso(plainMonthDaySlots.calendar, formatIsoMonthDayFields, plainMonthDaySlots, refineDateDisplayOptions(options));
}
function formatDateLikeIso(calendar, formatSimple, isoDate, calendarDisplay) {
  const showCalendar = calendarDisplay > 1 || 0 === calendarDisplay && calendar !== isoCalendarImpl;
  return 1 === calendarDisplay ? calendar === isoCalendarImpl ? formatSimple(isoDate) : formatIsoDateFields(isoDate) : showCalendar ? formatIsoDateFields(isoDate) + formatCalendarId(getCalendarSlotId(calendar), 2 === calendarDisplay) : formatSimple(isoDate);
}
function formatPlainTimeIso(slots, options) {
  return ((fields, roundingMode, nanoInc, subsecDigits) => formatTimeFields(roundTimeToInc(fields, nanoInc, roundingMode)[0], subsecDigits))(slots, ...refineTimeDisplayOptions(options));
}
function formatDurationIso(slots, options) {
  const [roundingMode, nanoInc, subsecDigits] = refineTimeDisplayOptions(options, 3);
  return nanoInc > 1 && ((slots = {
    ...slots,
    ...roundDayTimeDurationByInc(slots, nanoInc, roundingMode)
  }).sign = computeDurationSign(slots), validateDurationFields(slots)), formatDurationSlots(slots, subsecDigits);
}
function formatDurationSlots(durationSlots, subsecDigits) {
  const { sign } = durationSlots;
  const abs = -1 === sign ? negateDurationFields(durationSlots) : durationSlots;
  const { hours: hours2, minutes } = abs;
  const bigNano = durationSubMinuteToBigNano(abs);
  const wholeSec = Number(bigNano / bigNanoInSec);
  const subsecNano = Number(bigNano % bigNanoInSec);
  validateDurationTimeUnit(wholeSec);
  const subsecNanoString = formatSubsecNano(subsecNano, subsecDigits);
  const forceSec = subsecDigits >= 0 || !sign || subsecNanoString;
  return (sign < 0 ? "-" : "") + "P" + formatDurationFragments({
    "Y": formatDurationNumber(abs.years),
    "M": formatDurationNumber(abs.months),
    "W": formatDurationNumber(abs.weeks),
    "D": formatDurationNumber(abs.days)
  }) + (hours2 || minutes || wholeSec || forceSec ? "T" + formatDurationFragments({
    "H": formatDurationNumber(hours2),
    "M": formatDurationNumber(minutes),
    "S": formatDurationNumber(wholeSec, forceSec) + subsecNanoString
  }) : "");
}
function formatDurationFragments(fragObj) {
  const parts = [];
  for (const fragName in fragObj) {
    const fragVal = fragObj[fragName];
    fragVal && parts.push(fragVal, fragName);
  }
  return parts.join("");
}
function formatDurationNumber(n, force) {
  if (!n && !force) {
    return "";
  }
  const options = /* @__PURE__ */ Object.create(null);
  return options.useGrouping = 0, n.toLocaleString("fullwide", options);
}
function formatIsoDateTimeFields(isoDateTime, subsecDigits) {
  return formatIsoDateFields(isoDateTime) + "T" + formatTimeFields(isoDateTime, subsecDigits);
}
function formatIsoDateFields(isoDate) {
  return formatIsoYearMonthFields(isoDate) + "-" + padNumber2(isoDate.day);
}
function formatIsoYearMonthFields(isoDate) {
  const { year } = isoDate;
  return (year < 0 || year > 9999 ? getSignStr(year) + padNumber(6, Math.abs(year)) : padNumber(4, year)) + "-" + padNumber2(isoDate.month);
}
function formatIsoMonthDayFields(isoDate) {
  return padNumber2(isoDate.month) + "-" + padNumber2(isoDate.day);
}
function formatTimeFields(timeFields, subsecDigits) {
  const parts = [padNumber2(timeFields.hour), padNumber2(timeFields.minute)];
  return -1 !== subsecDigits && parts.push(padNumber2(timeFields.second) + ((millisecond, microsecond, nanosecond, subsecDigits2) => formatSubsecNano(millisecond * nanoInMilli2 + microsecond * nanoInMicro2 + nanosecond, subsecDigits2))(timeFields.millisecond, timeFields.microsecond, timeFields.nanosecond, subsecDigits)), parts.join(":");
}
function formatOffsetNano(offsetNano, offsetDisplay = 0) {
  if (1 === offsetDisplay) {
    return "";
  }
  const [hour2, nanoRemainder0] = divModFloor(Math.abs(offsetNano), nanoInHour2);
  const [minute, nanoRemainder1] = divModFloor(nanoRemainder0, nanoInMinute2);
  const [second, nanoRemainder2] = divModFloor(nanoRemainder1, nanoInSec2);
  return getSignStr(offsetNano) + padNumber2(hour2) + ":" + padNumber2(minute) + (second || nanoRemainder2 ? ":" + padNumber2(second) + formatSubsecNano(nanoRemainder2) : "");
}
function formatTimeZone(timeZoneId, timeZoneDisplay) {
  return 1 !== timeZoneDisplay ? "[" + (2 === timeZoneDisplay ? "!" : "") + timeZoneId + "]" : "";
}
function formatCalendar(calendar, calendarDisplay) {
  return calendarDisplay > 1 || 0 === calendarDisplay && calendar !== isoCalendarImpl ? formatCalendarId(getCalendarSlotId(calendar), 2 === calendarDisplay) : "";
}
function formatCalendarId(calendarId, isCritical) {
  return "[" + (isCritical ? "!" : "") + "u-ca=" + calendarId + "]";
}
var trailingZerosRE = /0+$/;
function formatSubsecNano(totalNano, subsecDigits) {
  let s = padNumber(9, totalNano);
  return s = void 0 === subsecDigits ? s.replace(trailingZerosRE, "") : s.slice(0, subsecDigits), s ? "." + s : "";
}
function getSignStr(num) {
  return num < 0 ? "-" : "+";
}
var icuRegExp = /^(AC|AE|AG|AR|AS|BE|BS|CA|CN|CS|CT|EA|EC|IE|IS|JS|MI|NE|NS|PL|PN|PR|PS|SS|VS)T$/;
var badCharactersRegExp = /[^\w\/:+-]+/;
function refineTimeZoneId(rawId) {
  return resolveTimeZoneId(requireString(rawId));
}
function resolveTimeZoneId(rawId) {
  return resolveTimeZoneRecord(rawId).id;
}
var resolveTimeZoneRecord = /* @__PURE__ */ memoize((rawId) => {
  const upperRawId = rawId.toUpperCase();
  const offsetRecord = ((upperRawId2) => {
    const offsetNano = parseOffsetNanoMaybe(upperRawId2, 1);
    if (void 0 !== offsetNano) {
      return {
        id: formatOffsetNano(offsetNano),
        Z: offsetNano,
        m: offsetNano
      };
    }
  })(upperRawId);
  if (offsetRecord) {
    return {
      kind: "fixed",
      ...offsetRecord
    };
  }
  const normId = "UTC" === upperRawId ? "UTC" : ((rawId2) => (badCharactersRegExp.test(rawId2) && throwRangeError(invalidTimeZone(rawId2)), icuRegExp.test(rawId2) && throwRangeError("Forbidden ICU TimeZone"), rawId2.toLowerCase().split("/").map((part, partI) => (part.length <= 3 || /\d/.test(part)) && !/etc|yap/.test(part) ? part.toUpperCase() : part.replace(/baja|dumont|[a-z]+/g, (a, i) => a.length <= 2 && !partI || "in" === a || "chat" === a ? a.toUpperCase() : a.length > 2 || !i ? capitalize(a).replace(/island|noronha|murdo|rivadavia|urville/, capitalize) : a)).join("/")))(rawId);
  return queryNamedTimeZoneRecord(normId);
});
var queryNamedTimeZoneRecord = /* @__PURE__ */ memoize((normId) => {
  if ("UTC" === normId) {
    return {
      kind: "utc",
      id: normId,
      m: normId
    };
  }
  const format = (upperNormId = normId.toUpperCase(), new RawDateTimeFormat("en-u-hc-h23", {
    calendar: "iso8601",
    timeZone: upperNormId,
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric"
  }));
  var upperNormId;
  return {
    kind: "named",
    id: normId,
    format,
    m: format.resolvedOptions().timeZone
  };
});
function queryTimeZone(rawTimeZoneId) {
  const record3 = resolveTimeZoneRecord(rawTimeZoneId);
  return queryTimeZoneRecord(record3.id, record3);
}
var queryTimeZoneRecord = /* @__PURE__ */ memoize((normTimeZoneId, record3) => "named" === record3.kind ? new IntlTimeZone(normTimeZoneId, record3.m, record3.format) : new FixedTimeZone(normTimeZoneId, record3.m, "fixed" === record3.kind ? record3.Z : 0));
var FixedTimeZone = class {
  constructor(id, compareKey, offsetNano) {
    this.id = id, this.m = compareKey, this.Z = offsetNano;
  }
  B() {
    return this.Z;
  }
  O(isoDateTime) {
    return [isoDateTimeAndOffsetToEpochNano(isoDateTime, this.Z)];
  }
  C() {
  }
};
var IntlTimeZone = class {
  constructor(id, compareKey, format) {
    this.id = id, this.m = compareKey, this.me = ((computeOffsetSec, periodDays) => {
      const getSample = memoize(computeOffsetSec);
      const getSplit = memoize(createSplitTuple);
      const periodSec = 86400 * periodDays;
      function getOffsetSec(epochSec) {
        const [startEpochSec, endEpochSec] = computePeriod(epochSec, periodSec);
        const clampedStartEpochSec = clampIntlSampleEpochSec(startEpochSec);
        const clampedEndEpochSec = clampIntlSampleEpochSec(endEpochSec);
        const startOffsetSec = getSample(clampedStartEpochSec);
        const endOffsetSec = getSample(clampedEndEpochSec);
        return startOffsetSec === endOffsetSec ? startOffsetSec : pinch(getSplit(clampedStartEpochSec, clampedEndEpochSec), startOffsetSec, endOffsetSec, epochSec);
      }
      function searchTransition(searchEpochSec, direction, searchLimit, epochSec = searchEpochSec) {
        let [startEpochSec, endEpochSec] = computePeriod(searchEpochSec, periodSec);
        const inc = periodSec * direction;
        const inBounds = () => direction < 0 ? endEpochSec > searchLimit : startEpochSec < searchLimit;
        for (; inBounds(); ) {
          const clampedStartEpochSec = clampIntlSampleEpochSec(startEpochSec);
          const clampedEndEpochSec = clampIntlSampleEpochSec(endEpochSec);
          const startOffsetSec = getSample(clampedStartEpochSec);
          const endOffsetSec = getSample(clampedEndEpochSec);
          if (startOffsetSec !== endOffsetSec) {
            const split = getSplit(clampedStartEpochSec, clampedEndEpochSec);
            pinch(split, startOffsetSec, endOffsetSec);
            const transitionEpochSec = split[0];
            if ((compareNumbers(transitionEpochSec, epochSec) || 1) === direction) {
              return transitionEpochSec;
            }
          }
          startEpochSec += inc, endEpochSec += inc;
        }
      }
      function pinch(split, startOffsetSec, endOffsetSec, forEpochSec) {
        let offsetSec;
        let splitDurSec;
        for (; (void 0 === forEpochSec || void 0 === (offsetSec = forEpochSec < split[0] ? startOffsetSec : forEpochSec >= split[1] ? endOffsetSec : void 0)) && (splitDurSec = split[1] - split[0]); ) {
          const middleEpochSec = split[0] + Math.floor(splitDurSec / 2);
          computeOffsetSec(middleEpochSec) === endOffsetSec ? split[1] = middleEpochSec : split[0] = middleEpochSec + 1;
        }
        return offsetSec;
      }
      return {
        Ae(zonedEpochSec) {
          const wideOffsetSec0 = getOffsetSec(zonedEpochSec - 86400);
          const wideOffsetSec1 = getOffsetSec(zonedEpochSec + 86400);
          const wideUtcEpochSec0 = zonedEpochSec - wideOffsetSec0;
          const wideUtcEpochSec1 = zonedEpochSec - wideOffsetSec1;
          if (wideOffsetSec0 === wideOffsetSec1) {
            return [wideUtcEpochSec0];
          }
          const narrowOffsetSec0 = getOffsetSec(wideUtcEpochSec0);
          return narrowOffsetSec0 === getOffsetSec(wideUtcEpochSec1) ? [zonedEpochSec - narrowOffsetSec0] : wideOffsetSec0 > wideOffsetSec1 ? [wideUtcEpochSec0, wideUtcEpochSec1] : [];
        },
        ze: getOffsetSec,
        C(epochSec, direction) {
          if (!(direction > 0 && epochSec >= 864e10)) {
            if (direction < 0) {
              if (epochSec <= minPossibleTransitionSec) {
                return;
              }
              return epochSec > 4e9 ? searchTransition(epochSec, -1, epochSec - 94867200) ?? searchTransition(4e9, -1, minPossibleTransitionSec) : searchTransition(epochSec, -1, minPossibleTransitionSec);
            }
            return searchTransition(Math.max(epochSec, minPossibleTransitionSec) - 1, 1, Math.max(epochSec, Math.floor(Date.now() / 1e3)) + 94867200, epochSec);
          }
        }
      };
    })(/* @__PURE__ */ ((format2) => (epochSec) => {
      const intlParts = formatEpochMilliToPartsRecord(format2, 1e3 * epochSec);
      return 86400 * isoPartsToEpochDays(((intlParts2) => {
        const relatedYear = intlParts2.relatedYear;
        if (void 0 !== relatedYear) {
          return parseInt(relatedYear);
        }
        const year = parseInt(intlParts2.year);
        return void 0 !== intlParts2.era && "bce" === normalizeEraName(intlParts2.era) ? 1 - year : year;
      })(intlParts), parseInt(intlParts.month), parseInt(intlParts.day)) + 3600 * parseInt(intlParts.hour) + 60 * parseInt(intlParts.minute) + parseInt(intlParts.second) - epochSec;
    })(format), ((timeZoneId) => {
      const timeZoneName = timeZoneId.split("/").pop();
      return timeZonePeriodDaysByName[timeZoneName] || 19;
    })(id));
  }
  B(epochNano) {
    return this.me.ze(((epochNano2) => epochNanoToSecMod(epochNano2)[0])(epochNano)) * nanoInSec2;
  }
  O(isoDateTime) {
    const zonedEpochSec = 86400 * isoDateToEpochDays(isoDateTime) + timeFieldsToSec(isoDateTime);
    const subsecNano = timeFieldsToSubsecNano(isoDateTime);
    return this.me.Ae(zonedEpochSec).map((epochSec) => checkEpochNanoInBounds(BigInt(epochSec) * bigNanoInSec + BigInt(subsecNano)));
  }
  C(epochNano, direction) {
    const [epochSec, subsecNano] = epochNanoToSecMod(epochNano);
    const resEpochSec = this.me.C(epochSec + (direction > 0 || subsecNano ? 1 : 0), direction);
    if (void 0 !== resEpochSec) {
      return BigInt(resEpochSec) * bigNanoInSec;
    }
  }
};
function createSplitTuple(startEpochSec, endEpochSec) {
  return [startEpochSec, endEpochSec];
}
function computePeriod(epochSec, periodSec) {
  const startEpochSec = Math.floor(epochSec / periodSec) * periodSec;
  return [startEpochSec, startEpochSec + periodSec];
}
function clampIntlSampleEpochSec(epochSec) {
  return constrainToRange2(epochSec, -1e10, 864e10);
}
function refineMaybeZonedDateTimeObjectLike(refineTimeZoneString, calendar, bag) {
  const fields = readAndRefineBagFields(bag, getCalendarFieldNames(calendar, dateTimeAndZoneFieldNamesAlpha, dateTimeAndZoneFieldNamesWithEraAlpha), zonedDateTimeFieldRefiners, [], 0);
  const isZoned = void 0 !== fields.timeZone;
  const [year, monthCodeParts] = refineCalendarDateFields(fields, calendar);
  const isoDate = createDateFromRefinedFields(fields, calendar, year, monthCodeParts, 0);
  if (isZoned) {
    const timeFields = resolveTimeFields(fields);
    const timeZone = queryTimeZone(refineTimeZoneString(fields.timeZone));
    return {
      epochNanoseconds: getMatchingInstantFor(timeZone, combineDateAndTime(isoDate, timeFields), fields.offset),
      timeZone,
      calendar
    };
  }
  return isoDate;
}
function refineZonedDateTimeObjectLike(refineTimeZoneString, calendar, bag, options) {
  const fields = readAndRefineBagFields(bag, getCalendarFieldNames(calendar, dateTimeAndZoneFieldNamesAlpha, dateTimeAndZoneFieldNamesWithEraAlpha), zonedDateTimeFieldRefiners, timeZoneFieldNames, 0);
  const timeZoneId = refineTimeZoneString(fields.timeZone);
  const [year, monthCodeParts] = refineCalendarDateFields(fields, calendar);
  const [overflow, offsetDisambig, epochDisambig] = refineZonedFieldOptions(options);
  const isoDate = createDateFromRefinedFields(fields, calendar, year, monthCodeParts, overflow);
  const timeFields = resolveTimeFields(fields, overflow);
  const timeZone = queryTimeZone(timeZoneId);
  return createZonedEpochNanoSlots(getMatchingInstantFor(timeZone, combineDateAndTime(isoDate, timeFields), fields.offset, offsetDisambig, epochDisambig), timeZone, calendar);
}
function refinePlainDateTimeObjectLike(calendar, bag, options) {
  const fields = readAndRefineBagFields(bag, getCalendarFieldNames(calendar, dateTimeFieldNamesAlpha, dateTimeFieldNamesWithEraAlpha), dateTimeFieldRefiners, [], 0);
  const [year, monthCodeParts] = refineCalendarDateFields(fields, calendar);
  const overflow = refineOverflowOptions(options);
  return createDateTimeFromRefinedFields(createDateFromRefinedFields(fields, calendar, year, monthCodeParts, overflow), resolveTimeFields(fields, overflow), calendar);
}
function refinePlainDateObjectLike(calendar, bag, options, requireFields = []) {
  const fields = readAndRefineBagFields(bag, getCalendarFieldNames(calendar, dateFieldNamesAlpha, dateFieldNamesWithEraAlpha), dateFieldRefiners, requireFields);
  const [year, monthCodeParts] = refineCalendarDateFields(fields, calendar);
  return createDateFromRefinedFields(fields, calendar, year, monthCodeParts, refineOverflowOptions(options));
}
function refinePlainYearMonthObjectLike(calendar, bag, options, requireFields) {
  const fields = readAndRefineBagFields(bag, getCalendarFieldNames(calendar, yearMonthFieldNamesAlpha, yearMonthFieldNamesWithEraAlpha), dateFieldRefiners, requireFields);
  const [year, monthCodeParts] = refineCalendarDateFields(fields, calendar, 1);
  return createYearMonthFromRefinedFields(fields, calendar, year, monthCodeParts, refineOverflowOptions(options));
}
function refinePlainMonthDayObjectLike(calendar, calendarAbsent, bag, options) {
  const fields = readAndRefineBagFields(bag, getCalendarFieldNames(calendar, dateFieldNamesAlpha, dateFieldNamesWithEraAlpha), dateFieldRefiners, dayFieldNamesAsc, 0);
  calendarAbsent && void 0 !== fields.month && void 0 === fields.monthCode && void 0 === fields.year && (fields.year = 1972);
  const [year, monthCodeParts] = refineMonthDayFields(fields, calendar);
  return createMonthDayFromRefinedFields(fields, calendar, year, monthCodeParts, refineOverflowOptions(options));
}
function refinePlainTimeObjectLike(bag, options) {
  return resolveTimeFields(readAndRefineBagFields(bag, timeFieldNamesAlpha, timeFieldRefiners, [], 1), refineOverflowOptions(options));
}
function refineDurationObjectLike(bag) {
  const durationFields = readAndRefineBagFields(bag, durationFieldNamesAlpha, durationFieldRefiners);
  return createDurationSlots(validateDurationFields({
    ...durationFieldDefaults,
    ...durationFields
  }));
}
function throwFailedParse(s) {
  throwRangeError(failedParse(s));
}
function parseInstant(s) {
  const organized = parseDateTimeLike(s = requireString(toPrimitiveWithStringHint(s)));
  let offsetNano;
  return organized || throwFailedParse(s), organized.I ? offsetNano = 0 : organized.offset ? offsetNano = parseOffsetNano(organized.offset) : throwFailedParse(s), createEpochNanoSlots(isoDateTimeAndOffsetToEpochNano(organized, offsetNano));
}
function parseRelativeToSlots(s, resolveCalendar) {
  const organized = parseDateTimeLike(requireString(s));
  return organized && organized.timeZoneId ? finalizeZonedDateTime(organized, resolveCalendar, void 0) : finalizeDate(parsePlainDateLike(s), resolveCalendar);
}
function parseZonedDateTime(s, resolveCalendar, options) {
  const organized = parseDateTimeLike(requireString(s));
  return organized && organized.timeZoneId || throwFailedParse(s), finalizeZonedDateTime(organized, resolveCalendar, options);
}
function parsePlainDateTime(s, resolveCalendar) {
  const organized = parsePlainDateLike(s);
  return checkIsoDateTimeInBounds(organized), {
    ...combineDateAndTime(organized, organized),
    calendar: resolveCalendar(organized.calendarId)
  };
}
function parsePlainDate(s, resolveCalendar) {
  return finalizeDate(parsePlainDateLike(s), resolveCalendar);
}
function parsePlainYearMonth(s, resolveCalendar) {
  const organized = parseYearMonthOnly(requireString(s)) || parsePlainDateLike(s);
  const calendar = resolveCalendar(organized.calendarId);
  return createDateSlots(checkIsoYearMonthInBounds(moveToStartOfMonth(calendar, checkIsoYearMonthInBounds(organized))), calendar);
}
function parsePlainMonthDay(s, resolveCalendar) {
  const organized = parseMonthDayOnly(requireString(s)) || parsePlainDateLike(s);
  if ("iso8601" === organized.calendarId) {
    return createDateSlots({
      ...organized,
      year: 1972
    }, resolveCalendar("iso8601"));
  }
  const { calendar } = finalizeDate(organized, resolveCalendar);
  const { year: origYear, month: origMonth, day: day2 } = computeCalendarDateFields(calendar, organized);
  const [monthCodeNumber, isLeapMonth] = computeCalendarMonthCodeParts(calendar, origYear, origMonth);
  const yearMonthFields = calendar ? calendar.u(monthCodeNumber, isLeapMonth, day2) : computeIsoYearMonthFieldsForMonthDay(monthCodeNumber, isLeapMonth);
  return yearMonthFields || throwRangeError("Cannot guess year"), createDateSlots(checkIsoDateInBounds(computeCalendarIsoFieldsFromParts(calendar, yearMonthFields.year, yearMonthFields.month, day2)), calendar);
}
function parsePlainTime(s) {
  const organized = parseDateTimeLike(s = requireString(s)) || parseTimeOnly(s);
  return (!organized || !organized.qe || organized.I || parseYearMonthOnly(s) || parseMonthDayOnly(s)) && throwFailedParse(s), createTimeSlots(organized);
}
function parseDuration(s) {
  const parts = durationRegExp.exec(requireString(s));
  parts && !invalidDurationRegExp.test(s) || throwFailedParse(s);
  const fraction = nanoToGivenFields(3600 * parseSubsecNano(parts[7] || "") + 60 * parseSubsecNano(parts[9] || "") + parseSubsecNano(parts[11] || ""), 4, durationFieldNamesAsc);
  const durationFields = {
    ...fraction,
    years: parseInt0(parts[2]),
    months: parseInt0(parts[3]),
    weeks: parseInt0(parts[4]),
    days: parseInt0(parts[5]),
    hours: parseInt0(parts[6]),
    minutes: parseInt0(parts[8]) + fraction.minutes,
    seconds: parseInt0(parts[10]) + fraction.seconds
  };
  return createDurationSlots(validateDurationFields("-" === parts[1] ? negateDurationFields(durationFields) : durationFields));
}
function parseCalendarId(s) {
  const organized = parseDateTimeLike(s) || parseYearMonthOnly(s) || parseMonthDayOnly(s) || parseTimeOnly(s);
  return organized ? organized.calendarId : s;
}
function parseTimeZoneId(s) {
  const parsed = parseDateTimeLike(s);
  return parsed && (parsed.timeZoneId || parsed.I && "UTC" || parsed.offset) || s;
}
function parsePlainDateLike(s) {
  const organized = parseDateTimeLike(requireString(s));
  return organized && !organized.I || throwFailedParse(s), organized;
}
function finalizeZonedDateTime(organized, resolveCalendar, options) {
  const timeZone = queryTimeZone(resolveTimeZoneId(organized.timeZoneId));
  let epochNano;
  if (organized.qe) {
    const offsetNano = organized.offset ? parseOffsetNano(organized.offset) : void 0;
    const [, offsetDisambig, epochDisambig] = refineZonedFieldOptions(options);
    epochNano = getMatchingInstantFor(timeZone, organized, offsetNano, offsetDisambig, epochDisambig, !(timeZone.Z || void 0 === organized.offset || (offset = organized.offset, offset.length > 6)), organized.I);
  } else {
    refineZonedFieldOptions(options), epochNano = getStartOfDayInstantFor(timeZone, organized);
  }
  var offset;
  return checkEpochNanoInBounds(epochNano), createZonedEpochNanoSlots(epochNano, timeZone, resolveCalendar(organized.calendarId));
}
function finalizeDate(organized, resolveCalendar) {
  return createDateSlots(checkIsoDateInBounds(organized), resolveCalendar(organized.calendarId));
}
function timeRegExpStr(separatorIndex, leapSecondStr = "") {
  return `([01]\\d|2[0-3])(?:(:?)([0-5]\\d)(?:\\${separatorIndex}([0-5]\\d${leapSecondStr})(?:[.,](\\d{1,9}))?)?)?`;
}
var dateTimeRegExpStr = "((?!-0{6})[+-]\\d{6}|\\d{4})(-?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?:[Tt ]" + timeRegExpStr(6, "|60") + "(?:([Zz])|(([+-])" + timeRegExpStr(14) + "))?)?";
var yearMonthRegExp = /* @__PURE__ */ createRegExp("((?!-0{6})[+-]\\d{6}|\\d{4})-?(0[1-9]|1[0-2])(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)");
var monthDayRegExp = /* @__PURE__ */ createRegExp("(?:--)?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)");
var dateTimeRegExp = /* @__PURE__ */ createRegExp(dateTimeRegExpStr + "(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)");
var annotationRegExp = /\[(!?)([^=]+)=([^\]]+)/g;
var durationRegExp = /^([+-])?P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(?:T(?:(\d+)(?:[.,](\d{1,9}))?H)?(?:(\d+)(?:[.,](\d{1,9}))?M)?(?:(\d+)(?:[.,](\d{1,9}))?S)?)?$/i;
var invalidDurationRegExp = /[PT]$|[.,]\d+[HMS]./i;
function parseDateTimeLike(s) {
  const parts = dateTimeRegExp.exec(s);
  if (!parts) {
    return;
  }
  const organized = ((parts2) => ({
    year: parseInt(parts2[1]),
    month: parseInt(parts2[3]),
    day: parseInt(parts2[4]),
    ...nanoToTimeAndDay(parseSubsecNano(parts2[9] || ""))[0],
    hour: parseInt0(parts2[5]),
    minute: parseInt0(parts2[7]),
    second: Math.min(parseInt0(parts2[8]), 59),
    ...organizeAnnotationParts(parts2[18], parts2[19]),
    qe: !!parts2[5],
    I: !!parts2[10],
    offset: parts2[11]
  }))(parts);
  return validateIsoDateFields(organized);
}
function parseYearMonthOnly(s) {
  const parts = yearMonthRegExp.exec(s);
  return parts ? requireIsoCalendar(((parts2) => ({
    year: parseInt(parts2[1]),
    month: parseInt(parts2[2]),
    day: 1,
    ...organizeAnnotationParts(parts2[3], parts2[4])
  }))(parts)) : void 0;
}
function parseMonthDayOnly(s) {
  const parts = monthDayRegExp.exec(s);
  if (parts) {
    const organized = ((parts2) => ({
      year: 1972,
      month: parseInt(parts2[1]),
      day: parseInt(parts2[2]),
      ...organizeAnnotationParts(parts2[3], parts2[4])
    }))(parts);
    if (allPropsEqual(calendarDateFieldNamesAsc, isoDate = organized, constrainIsoDateFields(isoDate))) {
      return requireIsoCalendar(organized);
    }
  }
  var isoDate;
}
function requireIsoCalendar(organized) {
  return "iso8601" !== organized.calendarId && throwFailedParse(organized.calendarId), organized;
}
function parseTimeOnly(s) {
  const organized = parseDateTimeLike(s.replace(/^t?/i, "0000-01-01T"));
  return organized && !organized.I ? organized : void 0;
}
function organizeAnnotationParts(timeZoneId, s) {
  let calendarIsCritical;
  const calendarIds = [];
  return s.replace(annotationRegExp, (whole, criticalStr, key, value) => ("u-ca" === key ? (calendarIds.push(value.toLowerCase()), calendarIsCritical || (calendarIsCritical = criticalStr)) : criticalStr && throwFailedParse(whole), "")), calendarIds.length > 1 && calendarIsCritical && throwFailedParse(s), {
    timeZoneId,
    calendarId: calendarIds[0] || "iso8601"
  };
}
function mergeCalendarFields(calendar, baseFields, additionalFields) {
  const merged = Object.assign(/* @__PURE__ */ Object.create(null), baseFields);
  return spliceFields(merged, additionalFields, monthFieldNames), getCalendarEraOrigins(calendar) && (spliceFields(merged, additionalFields, allYearFieldNames), calendar && calendar.je && spliceFields(merged, additionalFields, monthDayFieldNames, eraYearFieldNames)), merged;
}
function spliceFields(dest, additional, allPropNames, deletablePropNames) {
  let anyMatching = 0;
  const nonMatchingPropNames = [];
  for (const propName of allPropNames) {
    void 0 !== additional[propName] ? anyMatching = 1 : nonMatchingPropNames.push(propName);
  }
  if (Object.assign(dest, additional), anyMatching) {
    for (const deletablePropName of deletablePropNames || nonMatchingPropNames) {
      delete dest[deletablePropName];
    }
  }
}
function mergeZonedDateTimeFields(calendar, zonedDateTimeSlots, modFields) {
  const validFieldNames = getCalendarFieldNames(calendar, dateTimeAndOffsetFieldNamesAlpha, dateTimeAndOffsetFieldNamesWithEraAlpha);
  const zonedSlots = zonedEpochSlotsToIso(zonedDateTimeSlots);
  const { year, month, day: day2 } = computeCalendarDateFields(calendar, zonedSlots);
  const origFields = {
    year,
    monthCode: computeMonthCode(calendar, year, month),
    day: day2,
    hour: zonedSlots.hour,
    minute: zonedSlots.minute,
    second: zonedSlots.second,
    millisecond: zonedSlots.millisecond,
    microsecond: zonedSlots.microsecond,
    nanosecond: zonedSlots.nanosecond,
    offset: zonedSlots.offsetNanoseconds
  };
  const partialFields = readAndRefineBagFields(modFields, validFieldNames, zonedDateTimeFieldRefiners);
  const mergedCalendarFields = mergeCalendarFields(calendar, origFields, partialFields);
  return [{
    ...origFields,
    ...partialFields
  }, mergedCalendarFields];
}
function mergeDateTimeFields(calendar, plainDateTimeSlots, modFields) {
  const validFieldNames = getCalendarFieldNames(calendar, dateTimeFieldNamesAlpha, dateTimeFieldNamesWithEraAlpha);
  const { year, month, day: day2 } = computeCalendarDateFields(calendar, plainDateTimeSlots);
  const origFields = {
    year,
    monthCode: computeMonthCode(calendar, year, month),
    day: day2,
    hour: plainDateTimeSlots.hour,
    minute: plainDateTimeSlots.minute,
    second: plainDateTimeSlots.second,
    millisecond: plainDateTimeSlots.millisecond,
    microsecond: plainDateTimeSlots.microsecond,
    nanosecond: plainDateTimeSlots.nanosecond
  };
  const partialFields = readAndRefineBagFields(modFields, validFieldNames, dateTimeFieldRefiners);
  const mergedCalendarFields = mergeCalendarFields(calendar, origFields, partialFields);
  return [{
    ...origFields,
    ...partialFields
  }, mergedCalendarFields];
}
function mergeDateFields(calendar, plainDateSlots, modFields) {
  const validFieldNames = getCalendarFieldNames(calendar, dateFieldNamesAlpha, dateFieldNamesWithEraAlpha);
  const { year, month, day: day2 } = computeCalendarDateFields(calendar, plainDateSlots);
  return mergeCalendarFields(calendar, {
    year,
    monthCode: computeMonthCode(calendar, year, month),
    day: day2
  }, readAndRefineBagFields(modFields, validFieldNames, dateFieldRefiners));
}
function mergeYearMonthFields(calendar, plainYearMonthSlots, modFields) {
  const validFieldNames = getCalendarFieldNames(calendar, yearMonthFieldNamesAlpha, yearMonthFieldNamesWithEraAlpha);
  const { year, month } = computeCalendarDateFields(calendar, plainYearMonthSlots);
  return mergeCalendarFields(calendar, {
    year,
    monthCode: computeMonthCode(calendar, year, month)
  }, readAndRefineBagFields(modFields, validFieldNames, dateFieldRefiners));
}
function mergeMonthDayFields(calendar, plainMonthDaySlots, modFields) {
  const validFieldNames = getCalendarFieldNames(calendar, dateFieldNamesAlpha, dateFieldNamesWithEraAlpha);
  const { year, month, day: day2 } = computeCalendarDateFields(calendar, plainMonthDaySlots);
  return mergeCalendarFields(calendar, {
    monthCode: computeMonthCode(calendar, year, month),
    day: day2
  }, readAndRefineBagFields(modFields, validFieldNames, dateFieldRefiners));
}
function createZonedDateTimeFromMergedFields(zonedDateTimeSlots, mergedAllFields, calendarFields, year, monthCodeParts, overflow, offsetDisambig, epochDisambig) {
  const { calendar, timeZone } = zonedDateTimeSlots;
  return createZonedEpochNanoSlots(getMatchingInstantFor(timeZone, combineDateAndTime(createDateFromRefinedFields(calendarFields, calendar, year, monthCodeParts, overflow), constrainTimeFields(mergedAllFields, overflow)), mergedAllFields.offset, offsetDisambig, epochDisambig), timeZone, calendar);
}
function createDateTimeFromMergedFields(mergedAllFields, calendarFields, calendar, year, monthCodeParts, overflow) {
  return createDateTimeFromRefinedFields(createDateFromRefinedFields(calendarFields, calendar, year, monthCodeParts, overflow), constrainTimeFields(mergedAllFields, overflow), calendar);
}
function mergeTimeFields(initialFields, modFields) {
  return {
    ...pluckProps(timeFieldNamesAlpha, initialFields),
    ...readAndRefineBagFields(modFields, timeFieldNamesAlpha, timeFieldRefiners)
  };
}
function mergeDurationFields(slots, fields) {
  return createDurationSlots((initialFields = slots, modFields = fields, validateDurationFields({
    ...initialFields,
    ...readAndRefineBagFields(modFields, durationFieldNamesAlpha, durationFieldRefiners)
  })));
  var initialFields, modFields;
}
function computeMonthCode(calendar, year, month) {
  const [monthCodeNumber, isLeapMonth] = computeCalendarMonthCodeParts(calendar, year, month);
  return formatMonthCode(monthCodeNumber, isLeapMonth);
}
function totalDuration(refineRelativeTo, slots, options) {
  const [totalUnit, relativeToSlots] = ((options2, refineRelativeTo2) => {
    const relativeToInternals = refineRelativeTo2((options2 = normalizeOptionsOrString(options2, "unit")).relativeTo);
    let totalUnit2 = coerceTotalUnit(options2);
    return totalUnit2 = requirePropDefined("unit", totalUnit2), [totalUnit2, relativeToInternals];
  })(options, refineRelativeTo);
  const maxDurationUnit = getMaxDurationUnit(slots);
  const maxUnit = Math.max(totalUnit, maxDurationUnit);
  const isZoned = relativeToSlots && isZonedEpochSlots(relativeToSlots);
  if (!relativeToSlots && isUniformUnit(maxUnit, isZoned)) {
    return totalDayTimeDuration(slots, totalUnit);
  }
  if (relativeToSlots || throwRangeError("Missing relativeTo"), !slots.sign && (!isZoned || totalUnit < 6)) {
    return 0;
  }
  const [balancedDuration, endEpochNano, relativeOps] = spanRelativeDuration(relativeToSlots, slots, totalUnit);
  return isUniformUnit(totalUnit, isZoned) ? totalDayTimeDuration(balancedDuration, totalUnit) : ((durationFields, endEpochNano2, totalUnit2, relativeOps2) => {
    const fieldName = durationFieldNamesAsc[totalUnit2];
    const baseDurationFields = clearDurationFields(totalUnit2, durationFields);
    return totalRelativeUnit(durationFields[fieldName], computeDurationSign(durationFields) || 1, endEpochNano2, (value) => (baseDurationFields[fieldName] = value, moveRelativeMarkerToEpochNano(relativeOps2, baseDurationFields)));
  })(balancedDuration, endEpochNano, totalUnit, relativeOps);
}
function totalDayTimeDuration(durationFields, totalUnit) {
  return divideBigNanoToExactNumber(durationDayTimeToBigNano(durationFields), unitNanoMap[totalUnit]);
}
function instantToZonedDateTime(instantSlots, timeZone, calendar) {
  return createZonedEpochNanoSlots(instantSlots.epochNanoseconds, timeZone, calendar);
}
function zonedDateTimeToInstant(zonedDateTimeSlots0) {
  return createEpochNanoSlots(zonedDateTimeSlots0.epochNanoseconds);
}
function zonedDateTimeToDateTime(zonedDateTimeSlots0) {
  return createDateTimeSlots(zonedEpochSlotsToIso(zonedDateTimeSlots0), zonedDateTimeSlots0.calendar);
}
function zonedDateTimeToDate(zonedDateTimeSlots0) {
  return createDateSlots(zonedEpochSlotsToIso(zonedDateTimeSlots0), zonedDateTimeSlots0.calendar);
}
function zonedDateTimeToTime(zonedDateTimeSlots0) {
  return createTimeSlots(zonedEpochSlotsToIso(zonedDateTimeSlots0));
}
function dateTimeToZonedDateTime(plainDateTimeSlots, timeZone, epochDisambig) {
  return createZonedEpochNanoSlots(checkEpochNanoInBounds(getSingleInstantFor(timeZone, plainDateTimeSlots, epochDisambig)), timeZone, plainDateTimeSlots.calendar);
}
function dateToZonedDateTime(plainDateSlots, timeZone, timeFields) {
  let epochNano;
  return epochNano = timeFields ? getSingleInstantFor(timeZone, combineDateAndTime(plainDateSlots, timeFields)) : getStartOfDayInstantFor(timeZone, combineDateAndTime(plainDateSlots, timeFieldDefaults)), createZonedEpochNanoSlots(epochNano, timeZone, plainDateSlots.calendar);
}
function yearMonthToDate(calendar, input, bag) {
  return mergeFieldsIntoDate(calendar, pluckProps(getCalendarFieldNames(calendar, yearMonthCodeFieldNamesAlpha, yearMonthCodeFieldNamesWithEraAlpha), input), readAndRefineBagFields(requireObjectLike(bag), dayFieldNamesAsc, dateFieldRefiners, []));
}
function monthDayToDate(calendar, input, bag) {
  const extraFieldNames = getCalendarFieldNames(calendar, yearFieldNamesAsc, yearFieldNamesWithEraAlpha);
  return mergeFieldsIntoDate(calendar, pluckProps(monthCodeDayFieldNamesAlpha, input), readAndRefineBagFields(requireObjectLike(bag), extraFieldNames, dateFieldRefiners, []));
}
function fieldsToMonthDay(calendar, input) {
  const refinedFields = readAndRefineBagFields(input, monthCodeDayFieldNamesAlpha, dateFieldRefiners);
  const [year, monthCodeParts] = refineMonthDayFields(refinedFields, calendar);
  return createMonthDayFromRefinedFields(refinedFields, calendar, year, monthCodeParts, 0);
}
function fieldsToYearMonth(calendar, input) {
  const refinedFields = readAndRefineBagFields(input, getCalendarFieldNames(calendar, yearMonthCodeFieldNamesAlpha, yearMonthCodeFieldNamesWithEraAlpha), dateFieldRefiners);
  const [year, monthCodeParts] = refineCalendarDateFields(refinedFields, calendar, 1);
  return createYearMonthFromRefinedFields(refinedFields, calendar, year, monthCodeParts, 0);
}
function mergeFieldsIntoDate(calendar, inputFields, extraFields) {
  const mergedFieldNames = getCalendarFieldNames(calendar, yearMonthCodeDayFieldNamesAlpha, yearMonthCodeDayFieldNamesWithEraAlpha);
  let mergedFields = mergeCalendarFields(calendar, inputFields, extraFields);
  mergedFields = readAndRefineBagFields(mergedFields, mergedFieldNames, dateFieldRefiners, []);
  const [year, monthCodeParts] = refineCalendarDateFields(mergedFields, calendar);
  return createDateFromRefinedFields(mergedFields, calendar, year, monthCodeParts, 0);
}
function epochMilliToInstant(epochMilli) {
  return createEpochNanoSlots(checkEpochNanoInBounds(BigInt(toStrictInteger(epochMilli)) * bigNanoInMilli));
}
function epochNanoToInstant(epochNano) {
  return createEpochNanoSlots(checkEpochNanoInBounds(toBigInt(epochNano)));
}
function applyPlainFormatTimeZone(options) {
  return options.timeZone = "UTC", ["full", "long"].includes(options.timeStyle) && (options.timeStyle = "medium"), options;
}
function applyZonedFormatTimeZone(options, timeZoneId) {
  return void 0 !== options.timeZone && throwTypeError("Cannot specify TimeZone"), options.timeZone = timeZoneId, options;
}
function checkResolvedCalendarCompatible(format, slots, strictCalendarCheck) {
  const resolvedCalendarId = format.resolvedOptions().calendar;
  !strictCalendarCheck && slots.calendar === isoCalendarImpl || getCalendarSlotId(slots.calendar) === resolvedCalendarId || throwRangeError("Mismatching Calendars");
}
function createOptionsTransformer(shapeFieldNames, invalidShapeFieldNames, ignoredFieldNames, defaultShapeFields, dateStyleReplacementFields) {
  const shapeFieldNameSet = new Set(shapeFieldNames);
  const invalidShapeFieldNameSet = new Set(invalidShapeFieldNames);
  const ignoredFieldNameSet = new Set(ignoredFieldNames);
  return (options, allowPartialOverlap) => {
    let dateStyle;
    let timeStyle;
    const granularShapeFields = {};
    const modifierFields = {};
    const otherFields = {};
    let hasInvalidGranularShapeFields = 0;
    let hasInvalidStyleFields = 0;
    for (const name of Object.keys(options)) {
      const value = options[name];
      void 0 === value || ignoredFieldNameSet.has(name) || (shapeFieldNameSet.has(name) ? "dateStyle" === name ? dateStyle = value : "timeStyle" === name ? timeStyle = value : granularShapeFields[name] = value : "era" === name ? modifierFields[name] = value : invalidShapeFieldNameSet.has(name) ? "dateStyle" === name || "timeStyle" === name ? hasInvalidStyleFields = 1 : hasInvalidGranularShapeFields = 1 : otherFields[name] = value);
    }
    const hasDateStyle = void 0 !== dateStyle;
    const hasTimeStyle = void 0 !== timeStyle;
    const hasAnyStyle = hasDateStyle || hasTimeStyle;
    const hasGranularShapeFields = Object.keys(granularShapeFields).length > 0;
    const hasInvalids = hasInvalidGranularShapeFields || hasInvalidStyleFields;
    const hasShapeFields = hasGranularShapeFields || hasDateStyle || hasTimeStyle;
    const hasModifierFields = Object.keys(modifierFields).length > 0;
    (!allowPartialOverlap && hasInvalids || allowPartialOverlap && hasInvalids && !hasShapeFields || hasAnyStyle && (hasGranularShapeFields || hasModifierFields || hasInvalidGranularShapeFields)) && throwTypeError("Invalid formatting options");
    const transformedOptions = {};
    return hasAnyStyle || hasShapeFields || Object.assign(transformedOptions, defaultShapeFields), Object.assign(transformedOptions, granularShapeFields, modifierFields, otherFields), hasDateStyle && (dateStyleReplacementFields ? Object.assign(transformedOptions, dateStyleReplacementFields[dateStyle]) : transformedOptions.dateStyle = dateStyle), hasTimeStyle && (transformedOptions.timeStyle = timeStyle), transformedOptions;
  };
}
var dateDefaultShapeFields = {
  year: "numeric",
  month: "numeric",
  day: "numeric"
};
var timeDefaultShapeFields = {
  hour: "numeric",
  minute: "numeric",
  second: "numeric"
};
var dateTimeDefaultShapeFields = /* @__PURE__ */ Object.assign({}, dateDefaultShapeFields, timeDefaultShapeFields);
var dateShapeFieldNames = ["weekday", "year", "month", "day", "dateStyle"];
var timeShapeFieldNames = ["dayPeriod", "hour", "minute", "second", "fractionalSecondDigits", "timeStyle"];
var dateTimeShapeFieldNames = /* @__PURE__ */ dateShapeFieldNames.concat(timeShapeFieldNames);
var yearMonthIgnoredFieldNames = /* @__PURE__ */ ["weekday", "day"].concat(timeShapeFieldNames);
var monthDayIgnoredFieldNames = /* @__PURE__ */ ["weekday", "year"].concat(timeShapeFieldNames);
var transformInstantOptions = /* @__PURE__ */ createOptionsTransformer(dateTimeShapeFieldNames, [], [], dateTimeDefaultShapeFields);
var transformZonedOptions = /* @__PURE__ */ createOptionsTransformer(dateTimeShapeFieldNames, [], [], {
  ...dateTimeDefaultShapeFields,
  timeZoneName: "short"
});
var transformDateTimeOptions = /* @__PURE__ */ createOptionsTransformer(dateTimeShapeFieldNames, [], ["timeZoneName"], dateTimeDefaultShapeFields);
var transformDateOptions = /* @__PURE__ */ createOptionsTransformer(dateShapeFieldNames, timeShapeFieldNames, ["timeZoneName"], dateDefaultShapeFields);
var transformTimeOptions = /* @__PURE__ */ createOptionsTransformer(timeShapeFieldNames, dateShapeFieldNames, ["timeZoneName", "era"], timeDefaultShapeFields);
var transformYearMonthOptions = /* @__PURE__ */ createOptionsTransformer(["year", "month", "dateStyle"], yearMonthIgnoredFieldNames, ["timeZoneName"], {
  year: "numeric",
  month: "numeric"
}, {
  full: {
    year: "numeric",
    month: "long"
  },
  long: {
    year: "numeric",
    month: "long"
  },
  medium: {
    year: "numeric",
    month: "short"
  },
  short: {
    year: "2-digit",
    month: "numeric"
  }
});
var transformMonthDayOptions = /* @__PURE__ */ createOptionsTransformer(["month", "day", "dateStyle"], monthDayIgnoredFieldNames, ["timeZoneName", "era"], {
  month: "numeric",
  day: "numeric"
}, {
  full: {
    month: "long",
    day: "numeric"
  },
  long: {
    month: "long",
    day: "numeric"
  },
  medium: {
    month: "short",
    day: "numeric"
  },
  short: {
    month: "numeric",
    day: "numeric"
  }
});
function zonedDateTimeWithPlainTime(zonedDateTimeSlots, plainTimeFields) {
  const { timeZone } = zonedDateTimeSlots;
  const newIsoDateTime = combineDateAndTime(zonedEpochSlotsToIso(zonedDateTimeSlots), plainTimeFields || timeFieldDefaults);
  return createZonedEpochNanoSlots(plainTimeFields ? getSingleInstantFor(timeZone, newIsoDateTime) : getStartOfDayInstantFor(timeZone, newIsoDateTime), timeZone, zonedDateTimeSlots.calendar);
}
function refineDirectionOptions(options) {
  const normalizedOptions = normalizeOptionsOrString(options, "direction");
  const res = coerceDirection(normalizedOptions, 0);
  return res || throwRangeError(invalidEntity2("direction", res)), res;
}
function getCurrentIsoDateTime(timeZone) {
  const epochNano = getCurrentEpochNano();
  const offsetNano = timeZone.B(epochNano);
  return epochNanoToIsoDateTime(epochNano + BigInt(offsetNano));
}
function getCurrentEpochNano() {
  return BigInt(Date.now()) * bigNanoInMilli;
}
function getCurrentTimeZoneId() {
  return new RawDateTimeFormat().resolvedOptions().timeZone || "UTC";
}

// node_modules/temporal-polyfill/chunks/apiHelpers.js
var PlainYearMonthBranding = "PlainYearMonth";
var PlainMonthDayBranding = "PlainMonthDay";
var PlainDateBranding = "PlainDate";
var PlainDateTimeBranding = "PlainDateTime";
var PlainTimeBranding = "PlainTime";
var ZonedDateTimeBranding = "ZonedDateTime";
var InstantBranding = "Instant";
var DurationBranding = "Duration";
function defineTemporalClass(branding, cls, getSlots, ...getterMaps) {
  return Object.defineProperties(cls, createNameDescriptors(branding)), Object.defineProperties(cls.prototype, createStringTagDescriptors("Temporal." + branding)), Object.defineProperties(cls.prototype, mapProps((getter) => ({
    get() {
      return getter(getSlots(this));
    },
    configurable: 1
  }), Object.assign({}, ...getterMaps))), cls;
}
var attachDebugString = "noop" !== noop.name || globalThis.process ? noop : (instance) => {
  Object.defineProperty(instance, "_str_", {
    value: instance.toJSON()
  });
};
function invalidRecordType() {
  throwTypeError(invalidCallingContext);
}
function forbiddenValueOf2() {
  throwTypeError(forbiddenValueOf);
}
var yearMonthFieldGetters$1 = {
  era(slots) {
    return computeCalendarEraFields(slots.calendar, slots).era;
  },
  eraYear(slots) {
    return computeCalendarEraFields(slots.calendar, slots).eraYear;
  },
  year(slots) {
    return computeCalendarDateFields(slots.calendar, slots).year;
  },
  month(slots) {
    return computeCalendarDateFields(slots.calendar, slots).month;
  },
  monthCode(slots) {
    return computeCalendarMonthCode(slots.calendar, slots);
  }
};
var dateFieldGetters$1 = {
  era(slots) {
    return computeCalendarEraFields(slots.calendar, slots).era;
  },
  eraYear(slots) {
    return computeCalendarEraFields(slots.calendar, slots).eraYear;
  },
  year(slots) {
    return computeCalendarDateFields(slots.calendar, slots).year;
  },
  month(slots) {
    return computeCalendarDateFields(slots.calendar, slots).month;
  },
  monthCode(slots) {
    return computeCalendarMonthCode(slots.calendar, slots);
  },
  day(slots) {
    return computeCalendarDateFields(slots.calendar, slots).day;
  }
};
var monthDayFieldGetters$1 = {
  monthCode(slots) {
    return computeCalendarMonthCode(slots.calendar, slots);
  },
  day(slots) {
    return computeCalendarDateFields(slots.calendar, slots).day;
  }
};
var yearMonthDerivedGetters = {
  daysInMonth(slots) {
    return computeCalendarDaysInMonth(slots.calendar, slots);
  },
  daysInYear(slots) {
    return computeCalendarDaysInYear(slots.calendar, slots);
  },
  monthsInYear(slots) {
    return computeCalendarMonthsInYear(slots.calendar, slots);
  },
  inLeapYear(slots) {
    return computeCalendarInLeapYear(slots.calendar, slots);
  }
};
var dateDerivedGetters = {
  dayOfWeek(slots) {
    return computeIsoDayOfWeek(slots);
  },
  dayOfYear(slots) {
    return computeCalendarDayOfYear(slots.calendar, slots);
  },
  weekOfYear(slots) {
    return computeCalendarWeekOfYear(slots.calendar, slots);
  },
  yearOfWeek(slots) {
    return computeCalendarYearOfWeek(slots.calendar, slots);
  },
  daysInWeek() {
    return 7;
  },
  daysInMonth(slots) {
    return computeCalendarDaysInMonth(slots.calendar, slots);
  },
  daysInYear(slots) {
    return computeCalendarDaysInYear(slots.calendar, slots);
  },
  monthsInYear(slots) {
    return computeCalendarMonthsInYear(slots.calendar, slots);
  },
  inLeapYear(slots) {
    return computeCalendarInLeapYear(slots.calendar, slots);
  }
};
function diffInstants(invert, instantSlots0, instantSlots1, options) {
  const [largestUnit, smallestUnit, roundingInc, roundingMode] = refineDiffOptions(invert, options, 3, 5);
  return createDiffDurationSlots(invert, diffEpochNanosRounded(instantSlots0.epochNanoseconds, instantSlots1.epochNanoseconds, largestUnit, smallestUnit, roundingInc, roundingMode));
}
function diffZonedDateTimes(invert, slots0, slots1, options) {
  const calendar = getCommonCalendar(slots0.calendar, slots1.calendar);
  const [largestUnit, smallestUnit, roundingInc, roundingMode] = refineDiffOptions(invert, options, 5);
  return createDiffDurationSlots(invert, diffZonedDateTimesRounded(calendar, slots0, slots1, largestUnit, smallestUnit, roundingInc, roundingMode));
}
function diffDateTimes(invert, plainDateTimeSlots0, plainDateTimeSlots1, options) {
  const calendar = getCommonCalendar(plainDateTimeSlots0.calendar, plainDateTimeSlots1.calendar);
  const [largestUnit, smallestUnit, roundingInc, roundingMode] = refineDiffOptions(invert, options, 6);
  return createDiffDurationSlots(invert, diffDateTimesRounded(calendar, plainDateTimeSlots0, plainDateTimeSlots1, largestUnit, smallestUnit, roundingInc, roundingMode));
}
function diffDates(invert, plainDateSlots0, plainDateSlots1, options) {
  const calendar = getCommonCalendar(plainDateSlots0.calendar, plainDateSlots1.calendar);
  const [largestUnit, smallestUnit, roundingInc, roundingMode] = refineDiffOptions(invert, options, 6, 9, 6);
  return createDiffDurationSlots(invert, diffDatesRounded(calendar, plainDateSlots0, plainDateSlots1, largestUnit, smallestUnit, roundingInc, roundingMode));
}
function diffYearMonths(invert, plainYearMonthSlots0, plainYearMonthSlots1, options) {
  const calendar = getCommonCalendar(plainYearMonthSlots0.calendar, plainYearMonthSlots1.calendar);
  const [largestUnit, smallestUnit, roundingInc, roundingMode] = refineDiffOptions(invert, options, 9, 9, 8);
  return createDiffDurationSlots(invert, diffYearMonthsRounded(calendar, plainYearMonthSlots0, plainYearMonthSlots1, largestUnit, smallestUnit, roundingInc, roundingMode));
}
function diffTimes(invert, plainTimeSlots0, plainTimeSlots1, options) {
  const [largestUnit, smallestUnit, roundingInc, roundingMode] = refineDiffOptions(invert, options, 5, 5);
  return createDiffDurationSlots(invert, diffTimesRounded(plainTimeSlots0, plainTimeSlots1, largestUnit, smallestUnit, roundingInc, roundingMode));
}
function createDiffDurationSlots(invert, durationFields) {
  return createDurationSlots(invert ? negateDurationFields(durationFields) : durationFields);
}
function withDateFields(slots, modFields, options) {
  const { calendar } = slots;
  const fields = mergeDateFields(calendar, slots, modFields);
  const [year, monthCodeParts] = refineCalendarDateFields(fields, calendar);
  const overflow = refineOverflowOptions(options);
  return createDateFromRefinedFields(fields, calendar, year, monthCodeParts, overflow);
}
function withDateTimeFields(slots, modFields, options) {
  const { calendar } = slots;
  const [mergedFields, calendarFields] = mergeDateTimeFields(calendar, slots, modFields);
  const [year, monthCodeParts] = refineCalendarDateFields(calendarFields, calendar);
  const overflow = refineOverflowOptions(options);
  return createDateTimeFromMergedFields(mergedFields, calendarFields, calendar, year, monthCodeParts, overflow);
}
function withYearMonthFields(slots, modFields, options) {
  const { calendar } = slots;
  const fields = mergeYearMonthFields(calendar, slots, modFields);
  const [year, monthCodeParts] = refineCalendarDateFields(fields, calendar, 1);
  const overflow = refineOverflowOptions(options);
  return createYearMonthFromRefinedFields(fields, calendar, year, monthCodeParts, overflow);
}
function withMonthDayFields(slots, modFields, options) {
  const { calendar } = slots;
  const fields = mergeMonthDayFields(calendar, slots, modFields);
  const [year, monthCodeParts] = refineMonthDayFields(fields, calendar);
  const overflow = refineOverflowOptions(options);
  return createMonthDayFromRefinedFields(fields, calendar, year, monthCodeParts, overflow);
}
function withTimeFields(slots, modFields, options) {
  const refinedFields = mergeTimeFields(slots, modFields);
  const overflow = refineOverflowOptions(options);
  return resolveTimeFields(refinedFields, overflow);
}
function withZonedDateTimeFields(slots, modFields, options) {
  const { calendar } = slots;
  const [mergedFields, calendarFields] = mergeZonedDateTimeFields(calendar, slots, modFields);
  const [year, monthCodeParts] = refineCalendarDateFields(calendarFields, calendar);
  const [overflow, offsetDisambig, epochDisambig] = refineZonedFieldOptions(options, 2);
  return createZonedDateTimeFromMergedFields(slots, mergedFields, calendarFields, year, monthCodeParts, overflow, offsetDisambig, epochDisambig);
}

// node_modules/temporal-polyfill/chunks/classApi-basic.js
function resolveBasicCalendarId(rawCalendarId) {
  const lowerRawCalendarId = requireString(rawCalendarId).toLowerCase();
  return lowerRawCalendarId === isoCalendarId ? isoCalendarImpl : lowerRawCalendarId === gregoryCalendarId ? gregoryCalendarImpl : void throwRangeError(exoticCalendarRequired(rawCalendarId, "temporal-polyfill/full"));
}
function resolveBasicCalendarArg(rawCalendarId = isoCalendarId) {
  return resolveBasicCalendarId(rawCalendarId);
}
var zonedDateTimeSlotsMap = /* @__PURE__ */ new WeakMap();
var ZonedDateTime = /* @__PURE__ */ defineTemporalClass(ZonedDateTimeBranding, class {
  constructor(epochNanoseconds, timeZoneId, calendar = void 0) {
    const epochNano = checkEpochNanoInBounds(toBigInt(epochNanoseconds));
    const timeZone = queryTimeZone(refineTimeZoneId(timeZoneId));
    const calendarImpl = resolveBasicCalendarArg(calendar);
    initZonedDateTime(this, createZonedEpochNanoSlots(epochNano, timeZone, calendarImpl));
  }
  static from(arg, options = void 0) {
    return createZonedDateTime(toZonedDateTimeSlots(arg, options));
  }
  static compare(arg0, arg1) {
    return compareZonedEpochSlots(toZonedDateTimeSlots(arg0), toZonedDateTimeSlots(arg1));
  }
  get calendarId() {
    return getCalendarSlotId(getZonedDateTimeSlots(this).calendar);
  }
  get timeZoneId() {
    return getZonedDateTimeSlots(this).timeZone.id;
  }
  get epochMilliseconds() {
    return epochNanoToMilli(getZonedDateTimeSlots(this).epochNanoseconds);
  }
  get epochNanoseconds() {
    return getZonedDateTimeSlots(this).epochNanoseconds;
  }
  get offset() {
    return formatOffsetNano(zonedEpochSlotsToIso(getZonedDateTimeSlots(this)).offsetNanoseconds);
  }
  get offsetNanoseconds() {
    return zonedEpochSlotsToIso(getZonedDateTimeSlots(this)).offsetNanoseconds;
  }
  get hoursInDay() {
    return computeZonedHoursInDay(getZonedDateTimeSlots(this));
  }
  with(mod, options = void 0) {
    return createZonedDateTime(withZonedDateTimeFields(getZonedDateTimeSlots(this), validateBag(mod), options));
  }
  withCalendar(calendarArg) {
    return createZonedDateTime({
      ...getZonedDateTimeSlots(this),
      calendar: refineCalendarArg(calendarArg)
    });
  }
  withTimeZone(timeZoneArg) {
    return createZonedDateTime({
      ...getZonedDateTimeSlots(this),
      timeZone: queryTimeZone(refineTimeZoneArg(timeZoneArg))
    });
  }
  withPlainTime(plainTimeArg = void 0) {
    return createZonedDateTime(zonedDateTimeWithPlainTime(getZonedDateTimeSlots(this), optionalToPlainTimeFields(plainTimeArg)));
  }
  add(durationArg, options = void 0) {
    const slots = getZonedDateTimeSlots(this);
    return createZonedDateTime(moveZonedEpochSlots(slots, toDurationSlots(durationArg), refineOverflowOptions(options)));
  }
  subtract(durationArg, options = void 0) {
    const slots = getZonedDateTimeSlots(this);
    return createZonedDateTime(moveZonedEpochSlots(slots, negateDurationFields(toDurationSlots(durationArg)), refineOverflowOptions(options)));
  }
  until(otherArg, options = void 0) {
    const slots = getZonedDateTimeSlots(this);
    const other = toZonedDateTimeSlots(otherArg);
    return createDuration(diffZonedDateTimes(0, slots, other, options));
  }
  since(otherArg, options = void 0) {
    const slots = getZonedDateTimeSlots(this);
    const other = toZonedDateTimeSlots(otherArg);
    return createDuration(diffZonedDateTimes(1, slots, other, options));
  }
  round(options) {
    const slots = getZonedDateTimeSlots(this);
    const [smallestUnit, roundingInc, roundingMode] = refineRoundingOptions(options);
    return createZonedDateTime(roundZonedEpochSlotsToUnit(slots, smallestUnit, roundingInc, roundingMode));
  }
  startOfDay() {
    return createZonedDateTime(computeZonedStartOfDay(getZonedDateTimeSlots(this)));
  }
  equals(otherArg) {
    return zonedDateTimesEqual(getZonedDateTimeSlots(this), toZonedDateTimeSlots(otherArg));
  }
  toInstant() {
    return createInstant(zonedDateTimeToInstant(getZonedDateTimeSlots(this)));
  }
  toPlainDateTime() {
    return createPlainDateTime(zonedDateTimeToDateTime(getZonedDateTimeSlots(this)));
  }
  toPlainDate() {
    return createPlainDate(zonedDateTimeToDate(getZonedDateTimeSlots(this)));
  }
  toPlainTime() {
    return createPlainTime(zonedDateTimeToTime(getZonedDateTimeSlots(this)));
  }
  toLocaleString(locales = void 0, options = {}) {
    const slots = getZonedDateTimeSlots(this);
    const format = new RawDateTimeFormat(locales, applyZonedFormatTimeZone(transformZonedOptions(options), getZonedTimeZoneId(slots)));
    return checkResolvedCalendarCompatible(format, slots), format.format(epochNanoToMilli(slots.epochNanoseconds));
  }
  toString(options = void 0) {
    return formatZonedDateTimeIso(getZonedDateTimeSlots(this), options);
  }
  toJSON() {
    return formatZonedDateTimeIso(getZonedDateTimeSlots(this));
  }
  getTimeZoneTransition(options) {
    const slots = getZonedDateTimeSlots(this);
    const newEpochNano = slots.timeZone.C(slots.epochNanoseconds, refineDirectionOptions(options));
    return void 0 !== newEpochNano ? createZonedDateTime({
      ...slots,
      epochNanoseconds: newEpochNano
    }) : null;
  }
  valueOf() {
    return forbiddenValueOf2();
  }
}, getZonedDateTimeIsoSlots, dateFieldGetters$1, dateDerivedGetters, timeGetters);
function createZonedDateTime(slots) {
  return initZonedDateTime(Object.create(ZonedDateTime.prototype), slots);
}
function getZonedDateTimeSlots(obj) {
  return getZonedDateTimeSlotsIfPresent(obj) || invalidRecordType();
}
function getZonedDateTimeIsoSlots(obj) {
  const slots = getZonedDateTimeSlots(obj);
  return {
    ...zonedEpochSlotsToIso(slots),
    calendar: slots.calendar
  };
}
function getZonedDateTimeSlotsIfPresent(obj) {
  return zonedDateTimeSlotsMap.get(obj);
}
function toZonedDateTimeSlots(arg, options) {
  if (isObjectLike2(arg)) {
    const ownSlots = getZonedDateTimeSlotsIfPresent(arg);
    if (ownSlots) {
      return refineZonedFieldOptions(options), ownSlots;
    }
    const calendar = getCalendarFromBag(arg);
    return refineZonedDateTimeObjectLike(refineTimeZoneArg, calendar, arg, options);
  }
  return parseZonedDateTime(arg, resolveBasicCalendarId, options);
}
function initZonedDateTime(instance, slots) {
  return zonedDateTimeSlotsMap.set(instance, slots), attachDebugString(instance), instance;
}
function refineTimeZoneArg(arg) {
  if (isObjectLike2(arg)) {
    const slots = getZonedDateTimeSlotsIfPresent(arg);
    return slots || throwTypeError(invalidTimeZone(arg)), slots.timeZone.id;
  }
  return ((arg2) => resolveTimeZoneId(parseTimeZoneId(requireString(arg2))))(arg);
}
var instantSlotsMap = /* @__PURE__ */ new WeakMap();
var Instant = /* @__PURE__ */ defineTemporalClass(InstantBranding, class {
  constructor(epochNanoseconds) {
    const epochNano = checkEpochNanoInBounds(toBigInt(epochNanoseconds));
    initInstant(this, createEpochNanoSlots(epochNano));
  }
  static from(arg) {
    return createInstant(toInstantSlots(arg));
  }
  static fromEpochMilliseconds(epochMilli) {
    return createInstant(epochMilliToInstant(epochMilli));
  }
  static fromEpochNanoseconds(epochNano) {
    return createInstant(epochNanoToInstant(epochNano));
  }
  static compare(a, b) {
    return compareZonedEpochSlots(toInstantSlots(a), toInstantSlots(b));
  }
  get epochMilliseconds() {
    return epochNanoToMilli(getInstantSlots(this).epochNanoseconds);
  }
  get epochNanoseconds() {
    return getInstantSlots(this).epochNanoseconds;
  }
  add(durationArg) {
    const slots = getInstantSlots(this);
    return createInstant(createEpochNanoSlots(moveEpochNano(slots.epochNanoseconds, toDurationSlots(durationArg))));
  }
  subtract(durationArg) {
    const slots = getInstantSlots(this);
    return createInstant(createEpochNanoSlots(moveEpochNano(slots.epochNanoseconds, negateDurationFields(toDurationSlots(durationArg)))));
  }
  until(otherArg, options = void 0) {
    return createDuration(diffInstants(0, getInstantSlots(this), toInstantSlots(otherArg), options));
  }
  since(otherArg, options = void 0) {
    return createDuration(diffInstants(1, getInstantSlots(this), toInstantSlots(otherArg), options));
  }
  round(options) {
    const slots = getInstantSlots(this);
    const [smallestUnit, roundingInc, roundingMode] = refineRoundingOptions(options, 5, 1);
    return createInstant(createEpochNanoSlots(roundBigNanoToDayOriginInc(slots.epochNanoseconds, computeBigNanoInc(smallestUnit, roundingInc), roundingMode)));
  }
  equals(otherArg) {
    return instantsEqual(getInstantSlots(this), toInstantSlots(otherArg));
  }
  toZonedDateTimeISO(timeZoneArg) {
    return createZonedDateTime(instantToZonedDateTime(getInstantSlots(this), queryTimeZone(refineTimeZoneArg(timeZoneArg))));
  }
  toLocaleString(locales = void 0, options = {}) {
    const slots = getInstantSlots(this);
    return new RawDateTimeFormat(locales, transformInstantOptions(options)).format(epochNanoToMilli(slots.epochNanoseconds));
  }
  toString(options = void 0) {
    return formatInstantIso(refineTimeZoneArg, getInstantSlots(this), options);
  }
  toJSON() {
    return formatInstantIso(refineTimeZoneArg, getInstantSlots(this));
  }
  valueOf() {
    return forbiddenValueOf2();
  }
});
function createInstant(slots) {
  return initInstant(Object.create(Instant.prototype), slots);
}
function getInstantSlots(obj) {
  return getInstantSlotsIfPresent(obj) || invalidRecordType();
}
function getInstantSlotsIfPresent(obj) {
  return instantSlotsMap.get(obj);
}
function toInstantSlots(arg) {
  if (isObjectLike2(arg)) {
    const ownSlots = getInstantSlotsIfPresent(arg);
    if (ownSlots) {
      return ownSlots;
    }
    const zonedDateTimeSlots = getZonedDateTimeSlotsIfPresent(arg);
    if (zonedDateTimeSlots) {
      return createEpochNanoSlots(zonedDateTimeSlots.epochNanoseconds);
    }
  }
  return parseInstant(arg);
}
var { toTemporalInstant } = {
  toTemporalInstant() {
    const epochMilli = Date.prototype.valueOf.call(this);
    return createInstant(createEpochNanoSlots(BigInt(requireNumberIsInteger(epochMilli)) * bigNanoInMilli));
  }
};
function initInstant(instance, slots) {
  return instantSlotsMap.set(instance, slots), attachDebugString(instance), instance;
}
var plainMonthDaySlotsMap = /* @__PURE__ */ new WeakMap();
var PlainMonthDay = /* @__PURE__ */ defineTemporalClass(PlainMonthDayBranding, class {
  constructor(isoMonth, isoDay, calendar = void 0, referenceIsoYear) {
    const isoMonthInt = toIntegerWithTrunc(isoMonth);
    const isoDayInt = toIntegerWithTrunc(isoDay);
    const calendarImpl = resolveBasicCalendarArg(calendar);
    const isoYearInt = toIntegerWithTrunc(referenceIsoYear ?? isoEpochFirstLeapYear);
    const fields = checkIsoDateInBounds(validateIsoDateFields({
      year: isoYearInt,
      month: isoMonthInt,
      day: isoDayInt
    }));
    initPlainMonthDay(this, createDateSlots(fields, calendarImpl));
  }
  static from(arg, options = void 0) {
    return createPlainMonthDay(toPlainMonthDaySlots(arg, options));
  }
  get calendarId() {
    return getCalendarSlotId(getPlainMonthDaySlots(this).calendar);
  }
  with(mod, options = void 0) {
    return createPlainMonthDay(withMonthDayFields(getPlainMonthDaySlots(this), validateBag(mod), options));
  }
  equals(otherArg) {
    return plainMonthDaysEqual(getPlainMonthDaySlots(this), toPlainMonthDaySlots(otherArg));
  }
  toPlainDate(bag) {
    const slots = getPlainMonthDaySlots(this);
    return createPlainDate(monthDayToDate(slots.calendar, this, bag));
  }
  toLocaleString(locales = void 0, options = {}) {
    const slots = getPlainMonthDaySlots(this);
    const format = new RawDateTimeFormat(locales, applyPlainFormatTimeZone(transformMonthDayOptions(options)));
    return checkResolvedCalendarCompatible(format, slots, 1), format.format(isoDateToEpochMilli(slots));
  }
  toString(options = void 0) {
    return formatPlainMonthDayIso(getPlainMonthDaySlots(this), options);
  }
  toJSON() {
    return formatPlainMonthDayIso(getPlainMonthDaySlots(this));
  }
  valueOf() {
    return forbiddenValueOf2();
  }
}, getPlainMonthDaySlots, monthDayFieldGetters$1);
function createPlainMonthDay(slots) {
  return initPlainMonthDay(Object.create(PlainMonthDay.prototype), slots);
}
function getPlainMonthDaySlots(obj) {
  return getPlainMonthDaySlotsIfPresent(obj) || invalidRecordType();
}
function getPlainMonthDaySlotsIfPresent(obj) {
  return plainMonthDaySlotsMap.get(obj);
}
function toPlainMonthDaySlots(arg, options) {
  if (isObjectLike2(arg)) {
    const ownSlots = getPlainMonthDaySlotsIfPresent(arg);
    if (ownSlots) {
      return refineOverflowOptions(options), ownSlots;
    }
    const calendarMaybe = extractCalendarFromBag(arg);
    return refinePlainMonthDayObjectLike(void 0 === calendarMaybe ? isoCalendarImpl : calendarMaybe, void 0 === calendarMaybe, arg, options);
  }
  const res = parsePlainMonthDay(arg, resolveBasicCalendarId);
  return refineOverflowOptions(options), res;
}
function initPlainMonthDay(instance, slots) {
  return plainMonthDaySlotsMap.set(instance, slots), attachDebugString(instance), instance;
}
var plainYearMonthSlotsMap = /* @__PURE__ */ new WeakMap();
var PlainYearMonth = /* @__PURE__ */ defineTemporalClass(PlainYearMonthBranding, class {
  constructor(isoYear, isoMonth, calendar = void 0, referenceIsoDay) {
    const isoYearInt = toIntegerWithTrunc(isoYear);
    const isoMonthInt = toIntegerWithTrunc(isoMonth);
    const calendarImpl = resolveBasicCalendarArg(calendar);
    const isoDayInt = toIntegerWithTrunc(referenceIsoDay ?? 1);
    const fields = checkIsoYearMonthInBounds(validateIsoDateFields({
      year: isoYearInt,
      month: isoMonthInt,
      day: isoDayInt
    }));
    initPlainYearMonth(this, createDateSlots(fields, calendarImpl));
  }
  static from(arg, options = void 0) {
    return createPlainYearMonth(toPlainYearMonthSlots(arg, options));
  }
  static compare(arg0, arg1) {
    return compareIsoDateFields(toPlainYearMonthSlots(arg0), toPlainYearMonthSlots(arg1));
  }
  get calendarId() {
    return getCalendarSlotId(getPlainYearMonthSlots(this).calendar);
  }
  with(mod, options = void 0) {
    return createPlainYearMonth(withYearMonthFields(getPlainYearMonthSlots(this), validateBag(mod), options));
  }
  add(durationArg, options = void 0) {
    const slots = getPlainYearMonthSlots(this);
    return createPlainYearMonth(createDateSlots(moveYearMonth(slots.calendar, slots, toDurationSlots(durationArg), refineOverflowOptions(options)), slots.calendar));
  }
  subtract(durationArg, options = void 0) {
    const slots = getPlainYearMonthSlots(this);
    return createPlainYearMonth(createDateSlots(moveYearMonth(slots.calendar, slots, negateDurationFields(toDurationSlots(durationArg)), refineOverflowOptions(options)), slots.calendar));
  }
  until(otherArg, options = void 0) {
    const slots = getPlainYearMonthSlots(this);
    const other = toPlainYearMonthSlots(otherArg);
    return createDuration(diffYearMonths(0, slots, other, options));
  }
  since(otherArg, options = void 0) {
    const slots = getPlainYearMonthSlots(this);
    const other = toPlainYearMonthSlots(otherArg);
    return createDuration(diffYearMonths(1, slots, other, options));
  }
  equals(otherArg) {
    return plainYearMonthsEqual(getPlainYearMonthSlots(this), toPlainYearMonthSlots(otherArg));
  }
  toPlainDate(bag) {
    const slots = getPlainYearMonthSlots(this);
    return createPlainDate(yearMonthToDate(slots.calendar, this, bag));
  }
  toLocaleString(locales = void 0, options = {}) {
    const slots = getPlainYearMonthSlots(this);
    const format = new RawDateTimeFormat(locales, applyPlainFormatTimeZone(transformYearMonthOptions(options)));
    return checkResolvedCalendarCompatible(format, slots, 1), format.format(isoDateToEpochMilli(slots));
  }
  toString(options = void 0) {
    return formatPlainYearMonthIso(getPlainYearMonthSlots(this), options);
  }
  toJSON() {
    return formatPlainYearMonthIso(getPlainYearMonthSlots(this));
  }
  valueOf() {
    return forbiddenValueOf2();
  }
}, getPlainYearMonthSlots, yearMonthFieldGetters$1, yearMonthDerivedGetters);
function createPlainYearMonth(slots) {
  return initPlainYearMonth(Object.create(PlainYearMonth.prototype), slots);
}
function getPlainYearMonthSlots(obj) {
  return getPlainYearMonthSlotsIfPresent(obj) || invalidRecordType();
}
function getPlainYearMonthSlotsIfPresent(obj) {
  return plainYearMonthSlotsMap.get(obj);
}
function toPlainYearMonthSlots(arg, options) {
  if (isObjectLike2(arg)) {
    const ownSlots = getPlainYearMonthSlotsIfPresent(arg);
    if (ownSlots) {
      return refineOverflowOptions(options), ownSlots;
    }
    const calendar = getCalendarFromBag(arg);
    return refinePlainYearMonthObjectLike(calendar, arg, options);
  }
  const res = parsePlainYearMonth(arg, resolveBasicCalendarId);
  return refineOverflowOptions(options), res;
}
function initPlainYearMonth(instance, slots) {
  return plainYearMonthSlotsMap.set(instance, slots), attachDebugString(instance), instance;
}
function getTemporalBrandingAndSlots(obj) {
  if (!isObjectLike2(obj)) {
    return;
  }
  let slots = getInstantSlotsIfPresent(obj);
  return slots ? [InstantBranding, slots] : (slots = getZonedDateTimeSlotsIfPresent(obj), slots ? [ZonedDateTimeBranding, slots] : (slots = getPlainDateTimeSlotsIfPresent(obj), slots ? [PlainDateTimeBranding, slots] : (slots = getPlainDateSlotsIfPresent(obj), slots ? [PlainDateBranding, slots] : (slots = getPlainTimeSlotsIfPresent(obj), slots ? [PlainTimeBranding, slots] : (slots = getPlainYearMonthSlotsIfPresent(obj), slots ? [PlainYearMonthBranding, slots] : (slots = getPlainMonthDaySlotsIfPresent(obj), slots ? [PlainMonthDayBranding, slots] : (slots = getDurationSlotsIfPresent(obj), slots ? [DurationBranding, slots] : void 0)))))));
}
function validateBag(bag) {
  return (getTemporalBrandingAndSlots(bag) || void 0 !== bag.calendar || void 0 !== bag.timeZone) && throwTypeError(invalidBag), bag;
}
var plainTimeSlotsMap = /* @__PURE__ */ new WeakMap();
var PlainTime = /* @__PURE__ */ defineTemporalClass(PlainTimeBranding, class {
  constructor(hour2 = 0, minute = 0, second = 0, millisecond = 0, microsecond = 0, nanosecond = 0) {
    const fields = validateTimeFields(mapProps(toIntegerWithTrunc, {
      hour: hour2,
      minute,
      second,
      millisecond,
      microsecond,
      nanosecond
    }));
    initPlainTime(this, createTimeSlots(fields));
  }
  static from(arg, options = void 0) {
    return createPlainTime(toPlainTimeSlots(arg, options));
  }
  static compare(arg0, arg1) {
    return compareTimeFields(toPlainTimeSlots(arg0), toPlainTimeSlots(arg1));
  }
  with(mod, options = void 0) {
    return createPlainTime(withTimeFields(getPlainTimeSlots(this), validateBag(mod), options));
  }
  add(durationArg) {
    const slots = getPlainTimeSlots(this);
    return createPlainTime(moveTime(slots, toDurationSlots(durationArg))[0]);
  }
  subtract(durationArg) {
    const slots = getPlainTimeSlots(this);
    return createPlainTime(moveTime(slots, negateDurationFields(toDurationSlots(durationArg)))[0]);
  }
  until(otherArg, options = void 0) {
    return createDuration(diffTimes(0, getPlainTimeSlots(this), toPlainTimeSlots(otherArg), options));
  }
  since(otherArg, options = void 0) {
    return createDuration(diffTimes(1, getPlainTimeSlots(this), toPlainTimeSlots(otherArg), options));
  }
  round(options) {
    const slots = getPlainTimeSlots(this);
    const [smallestUnit, roundingInc, roundingMode] = refineRoundingOptions(options, 5);
    return createPlainTime(roundTimeToUnit(slots, smallestUnit, roundingInc, roundingMode)[0]);
  }
  equals(other) {
    return plainTimesEqual(getPlainTimeSlots(this), toPlainTimeSlots(other));
  }
  toLocaleString(locales = void 0, options = {}) {
    const slots = getPlainTimeSlots(this);
    return new RawDateTimeFormat(locales, applyPlainFormatTimeZone(transformTimeOptions(options))).format(timeFieldsToMilli(slots));
  }
  toString(options = void 0) {
    return formatPlainTimeIso(getPlainTimeSlots(this), options);
  }
  toJSON() {
    return formatPlainTimeIso(getPlainTimeSlots(this));
  }
  valueOf() {
    return forbiddenValueOf2();
  }
}, getPlainTimeSlots, timeGetters);
function createPlainTime(slots) {
  return initPlainTime(Object.create(PlainTime.prototype), slots);
}
function getPlainTimeSlots(obj) {
  return getPlainTimeSlotsIfPresent(obj) || invalidRecordType();
}
function getPlainTimeSlotsIfPresent(obj) {
  return plainTimeSlotsMap.get(obj);
}
function toPlainTimeSlots(arg, options) {
  if (isObjectLike2(arg)) {
    const ownSlots = getPlainTimeSlotsIfPresent(arg);
    if (ownSlots) {
      return refineOverflowOptions(options), ownSlots;
    }
    const dateTimeSlots = getPlainDateTimeSlotsIfPresent(arg);
    if (dateTimeSlots) {
      return refineOverflowOptions(options), createTimeSlots(dateTimeSlots);
    }
    const zonedDateTimeSlots = getZonedDateTimeSlotsIfPresent(arg);
    return zonedDateTimeSlots ? (refineOverflowOptions(options), zonedDateTimeToTime(zonedDateTimeSlots)) : refinePlainTimeObjectLike(arg, options);
  }
  const timeSlots = parsePlainTime(arg);
  return refineOverflowOptions(options), timeSlots;
}
function optionalToPlainTimeFields(timeArg) {
  return void 0 === timeArg ? void 0 : toPlainTimeSlots(timeArg);
}
function initPlainTime(instance, slots) {
  return plainTimeSlotsMap.set(instance, slots), attachDebugString(instance), instance;
}
var plainDateTimeSlotsMap = /* @__PURE__ */ new WeakMap();
var PlainDateTime = /* @__PURE__ */ defineTemporalClass(PlainDateTimeBranding, class {
  constructor(isoYear, isoMonth, isoDay, hour2 = 0, minute = 0, second = 0, millisecond = 0, microsecond = 0, nanosecond = 0, calendar = void 0) {
    const fields = checkIsoDateTimeInBounds(validateIsoDateTimeFields(mapProps(toIntegerWithTrunc, {
      year: isoYear,
      month: isoMonth,
      day: isoDay,
      hour: hour2,
      minute,
      second,
      millisecond,
      microsecond,
      nanosecond
    })));
    const calendarImpl = resolveBasicCalendarArg(calendar);
    initPlainDateTime(this, createDateTimeSlots(fields, calendarImpl));
  }
  static from(arg, options = void 0) {
    return createPlainDateTime(toPlainDateTimeSlots(arg, options));
  }
  static compare(arg0, arg1) {
    const slots0 = toPlainDateTimeSlots(arg0);
    const slots1 = toPlainDateTimeSlots(arg1);
    return compareIsoDateTimeFields(slots0, slots1);
  }
  get calendarId() {
    return getCalendarSlotId(getPlainDateTimeSlots(this).calendar);
  }
  with(mod, options = void 0) {
    return createPlainDateTime(withDateTimeFields(getPlainDateTimeSlots(this), validateBag(mod), options));
  }
  withCalendar(calendarArg) {
    const slots = getPlainDateTimeSlots(this);
    return createPlainDateTime(createDateTimeSlots(slots, refineCalendarArg(calendarArg)));
  }
  withPlainTime(plainTimeArg = void 0) {
    const slots = getPlainDateTimeSlots(this);
    return createPlainDateTime(createDateTimeFromRefinedFields(slots, optionalToPlainTimeFields(plainTimeArg), slots.calendar));
  }
  add(durationArg, options = void 0) {
    const slots = getPlainDateTimeSlots(this);
    return createPlainDateTime(createDateTimeSlots(moveDateTime(slots.calendar, slots, toDurationSlots(durationArg), refineOverflowOptions(options)), slots.calendar));
  }
  subtract(durationArg, options = void 0) {
    const slots = getPlainDateTimeSlots(this);
    return createPlainDateTime(createDateTimeSlots(moveDateTime(slots.calendar, slots, negateDurationFields(toDurationSlots(durationArg)), refineOverflowOptions(options)), slots.calendar));
  }
  until(otherArg, options = void 0) {
    const slots = getPlainDateTimeSlots(this);
    const other = toPlainDateTimeSlots(otherArg);
    return createDuration(diffDateTimes(0, slots, other, options));
  }
  since(otherArg, options = void 0) {
    const slots = getPlainDateTimeSlots(this);
    const other = toPlainDateTimeSlots(otherArg);
    return createDuration(diffDateTimes(1, slots, other, options));
  }
  round(options) {
    const slots = getPlainDateTimeSlots(this);
    const [smallestUnit, roundingInc, roundingMode] = refineRoundingOptions(options);
    return createPlainDateTime(createDateTimeSlots(roundDateTimeToUnit(slots, smallestUnit, roundingInc, roundingMode), slots.calendar));
  }
  equals(otherArg) {
    return plainDateTimesEqual(getPlainDateTimeSlots(this), toPlainDateTimeSlots(otherArg));
  }
  toZonedDateTime(timeZoneArg, options = void 0) {
    return createZonedDateTime(dateTimeToZonedDateTime(getPlainDateTimeSlots(this), queryTimeZone(refineTimeZoneArg(timeZoneArg)), refineEpochDisambigOptions(options)));
  }
  toPlainDate() {
    const slots = getPlainDateTimeSlots(this);
    return createPlainDate(createDateSlots(slots, slots.calendar));
  }
  toPlainTime() {
    return createPlainTime(createTimeSlots(getPlainDateTimeSlots(this)));
  }
  toLocaleString(locales = void 0, options = {}) {
    const slots = getPlainDateTimeSlots(this);
    const format = new RawDateTimeFormat(locales, applyPlainFormatTimeZone(transformDateTimeOptions(options)));
    return checkResolvedCalendarCompatible(format, slots), format.format(isoDateTimeToEpochMilli(slots));
  }
  toString(options = void 0) {
    return formatPlainDateTimeIso(getPlainDateTimeSlots(this), options);
  }
  toJSON() {
    return formatPlainDateTimeIso(getPlainDateTimeSlots(this));
  }
  valueOf() {
    return forbiddenValueOf2();
  }
}, getPlainDateTimeSlots, dateFieldGetters$1, dateDerivedGetters, timeGetters);
function createPlainDateTime(slots) {
  return initPlainDateTime(Object.create(PlainDateTime.prototype), slots);
}
function getPlainDateTimeSlots(obj) {
  return getPlainDateTimeSlotsIfPresent(obj) || invalidRecordType();
}
function getPlainDateTimeSlotsIfPresent(obj) {
  return plainDateTimeSlotsMap.get(obj);
}
function toPlainDateTimeSlots(arg, options) {
  if (isObjectLike2(arg)) {
    const ownSlots = getPlainDateTimeSlotsIfPresent(arg);
    if (ownSlots) {
      return refineOverflowOptions(options), ownSlots;
    }
    const dateSlots = getPlainDateSlotsIfPresent(arg);
    if (dateSlots) {
      return refineOverflowOptions(options), createDateTimeSlots(combineDateAndTime(dateSlots, timeFieldDefaults), dateSlots.calendar);
    }
    const zonedDateTimeSlots = getZonedDateTimeSlotsIfPresent(arg);
    if (zonedDateTimeSlots) {
      return refineOverflowOptions(options), zonedDateTimeToDateTime(zonedDateTimeSlots);
    }
    const calendar = getCalendarFromBag(arg);
    return refinePlainDateTimeObjectLike(calendar, arg, options);
  }
  const res = parsePlainDateTime(arg, resolveBasicCalendarId);
  return refineOverflowOptions(options), res;
}
function initPlainDateTime(instance, slots) {
  return plainDateTimeSlotsMap.set(instance, slots), attachDebugString(instance), instance;
}
var plainDateSlotsMap = /* @__PURE__ */ new WeakMap();
var PlainDate = /* @__PURE__ */ defineTemporalClass(PlainDateBranding, class {
  constructor(isoYear, isoMonth, isoDay, calendar = void 0) {
    const fields = checkIsoDateInBounds(validateIsoDateFields(mapProps(toIntegerWithTrunc, {
      year: isoYear,
      month: isoMonth,
      day: isoDay
    })));
    const calendarImpl = resolveBasicCalendarArg(calendar);
    initPlainDate(this, createDateSlots(fields, calendarImpl));
  }
  static from(arg, options = void 0) {
    return createPlainDate(toPlainDateSlots(arg, options));
  }
  static compare(arg0, arg1) {
    return compareIsoDateFields(toPlainDateSlots(arg0), toPlainDateSlots(arg1));
  }
  get calendarId() {
    return getCalendarSlotId(getPlainDateSlots(this).calendar);
  }
  with(mod, options = void 0) {
    return createPlainDate(withDateFields(getPlainDateSlots(this), validateBag(mod), options));
  }
  withCalendar(calendarArg) {
    const slots = getPlainDateSlots(this);
    return createPlainDate(createDateSlots(slots, refineCalendarArg(calendarArg)));
  }
  add(durationArg, options = void 0) {
    const slots = getPlainDateSlots(this);
    return createPlainDate(createDateSlots(moveDate(slots.calendar, slots, toDurationSlots(durationArg), refineOverflowOptions(options)), slots.calendar));
  }
  subtract(durationArg, options = void 0) {
    const slots = getPlainDateSlots(this);
    return createPlainDate(createDateSlots(moveDate(slots.calendar, slots, negateDurationFields(toDurationSlots(durationArg)), refineOverflowOptions(options)), slots.calendar));
  }
  until(otherArg, options = void 0) {
    const slots = getPlainDateSlots(this);
    const other = toPlainDateSlots(otherArg);
    return createDuration(diffDates(0, slots, other, options));
  }
  since(otherArg, options = void 0) {
    const slots = getPlainDateSlots(this);
    const other = toPlainDateSlots(otherArg);
    return createDuration(diffDates(1, slots, other, options));
  }
  equals(otherArg) {
    return plainDatesEqual(getPlainDateSlots(this), toPlainDateSlots(otherArg));
  }
  toZonedDateTime(options) {
    const optionsObj = isObjectLike2(options) ? {
      timeZone: options.timeZone,
      plainTime: options.plainTime
    } : {
      timeZone: options
    };
    const slots = getPlainDateSlots(this);
    const timeZoneId = refineTimeZoneArg(optionsObj.timeZone);
    const plainTimeArg = optionsObj.plainTime;
    const timeFields = void 0 !== plainTimeArg ? toPlainTimeSlots(plainTimeArg) : void 0;
    return createZonedDateTime(dateToZonedDateTime(slots, queryTimeZone(timeZoneId), timeFields));
  }
  toPlainDateTime(plainTimeArg = void 0) {
    const slots = getPlainDateSlots(this);
    return createPlainDateTime(createDateTimeFromRefinedFields(slots, optionalToPlainTimeFields(plainTimeArg), slots.calendar));
  }
  toPlainYearMonth() {
    const slots = getPlainDateSlots(this);
    return createPlainYearMonth(fieldsToYearMonth(slots.calendar, this));
  }
  toPlainMonthDay() {
    const slots = getPlainDateSlots(this);
    return createPlainMonthDay(fieldsToMonthDay(slots.calendar, this));
  }
  toLocaleString(locales = void 0, options = {}) {
    const slots = getPlainDateSlots(this);
    const format = new RawDateTimeFormat(locales, applyPlainFormatTimeZone(transformDateOptions(options)));
    return checkResolvedCalendarCompatible(format, slots), format.format(isoDateToEpochMilli(slots));
  }
  toString(options = void 0) {
    return formatPlainDateIso(getPlainDateSlots(this), options);
  }
  toJSON() {
    return formatPlainDateIso(getPlainDateSlots(this));
  }
  valueOf() {
    return forbiddenValueOf2();
  }
}, getPlainDateSlots, dateFieldGetters$1, dateDerivedGetters);
function createPlainDate(slots) {
  return initPlainDate(Object.create(PlainDate.prototype), slots);
}
function getPlainDateSlots(obj) {
  return getPlainDateSlotsIfPresent(obj) || invalidRecordType();
}
function getPlainDateSlotsIfPresent(obj) {
  return plainDateSlotsMap.get(obj);
}
function toPlainDateSlots(arg, options) {
  if (isObjectLike2(arg)) {
    const ownSlots = getPlainDateSlotsIfPresent(arg);
    if (ownSlots) {
      return refineOverflowOptions(options), ownSlots;
    }
    const dateTimeSlots = getPlainDateTimeSlotsIfPresent(arg);
    if (dateTimeSlots) {
      return refineOverflowOptions(options), createDateSlots(dateTimeSlots, dateTimeSlots.calendar);
    }
    const zonedDateTimeSlots = getZonedDateTimeSlotsIfPresent(arg);
    if (zonedDateTimeSlots) {
      return refineOverflowOptions(options), zonedDateTimeToDate(zonedDateTimeSlots);
    }
    const calendar = getCalendarFromBag(arg);
    return refinePlainDateObjectLike(calendar, arg, options);
  }
  const res = parsePlainDate(arg, resolveBasicCalendarId);
  return refineOverflowOptions(options), res;
}
function initPlainDate(instance, slots) {
  return plainDateSlotsMap.set(instance, slots), attachDebugString(instance), instance;
}
function getCalendarFromBag(bag) {
  const calendar = extractCalendarFromBag(bag);
  return void 0 === calendar ? isoCalendarImpl : calendar;
}
function extractCalendarFromBag(bag) {
  const { calendar: calendarArg } = bag;
  if (void 0 !== calendarArg) {
    return refineCalendarArg(calendarArg);
  }
}
function refineCalendarArg(arg) {
  if (isObjectLike2(arg)) {
    const slots = getPlainDateSlotsIfPresent(arg) || getPlainDateTimeSlotsIfPresent(arg) || getZonedDateTimeSlotsIfPresent(arg) || getPlainMonthDaySlotsIfPresent(arg) || getPlainYearMonthSlotsIfPresent(arg);
    return slots || throwTypeError(invalidCalendar(arg)), slots.calendar;
  }
  return ((arg2) => resolveBasicCalendarId(parseCalendarId(requireString(arg2))))(arg);
}
var durationSlotsMap = /* @__PURE__ */ new WeakMap();
var Duration = /* @__PURE__ */ defineTemporalClass(DurationBranding, class {
  constructor(years = 0, months = 0, weeks = 0, days = 0, hours2 = 0, minutes = 0, seconds2 = 0, milliseconds = 0, microseconds = 0, nanoseconds = 0) {
    const fields = validateDurationFields(mapProps(toStrictInteger, {
      years,
      months,
      weeks,
      days,
      hours: hours2,
      minutes,
      seconds: seconds2,
      milliseconds,
      microseconds,
      nanoseconds
    }));
    initDuration(this, createDurationSlots(fields));
  }
  static from(arg) {
    return createDuration(toDurationSlots(arg));
  }
  static compare(durationArg0, durationArg1, options = void 0) {
    return compareDurations(refinePublicRelativeTo, toDurationSlots(durationArg0), toDurationSlots(durationArg1), options);
  }
  get sign() {
    return getDurationSlots(this).sign;
  }
  get blank() {
    return !getDurationSlots(this).sign;
  }
  with(mod) {
    return createDuration(mergeDurationFields(getDurationSlots(this), mod));
  }
  negated() {
    return createDuration(negateDuration(getDurationSlots(this)));
  }
  abs() {
    return createDuration(absDuration(getDurationSlots(this)));
  }
  add(otherArg) {
    return createDuration(addDurationsWithoutRelativeTo(0, getDurationSlots(this), toDurationSlots(otherArg)));
  }
  subtract(otherArg) {
    return createDuration(addDurationsWithoutRelativeTo(1, getDurationSlots(this), toDurationSlots(otherArg)));
  }
  round(roundTo) {
    return createDuration(roundDuration(refinePublicRelativeTo, getDurationSlots(this), roundTo));
  }
  total(totalOf) {
    return totalDuration(refinePublicRelativeTo, getDurationSlots(this), totalOf);
  }
  toLocaleString(locales = void 0, options) {
    const slots = getDurationSlots(this);
    return Intl.DurationFormat ? new Intl.DurationFormat(locales, options).format(slots) : formatDurationIso(slots, options);
  }
  toString(options = void 0) {
    return formatDurationIso(getDurationSlots(this), options);
  }
  toJSON() {
    return formatDurationIso(getDurationSlots(this));
  }
  valueOf() {
    return forbiddenValueOf2();
  }
}, getDurationSlots, durationGetters);
function createDuration(slots) {
  return initDuration(Object.create(Duration.prototype), slots);
}
function getDurationSlots(obj) {
  return getDurationSlotsIfPresent(obj) || invalidRecordType();
}
function getDurationSlotsIfPresent(obj) {
  return durationSlotsMap.get(obj);
}
function toDurationSlots(arg) {
  if (isObjectLike2(arg)) {
    return getDurationSlotsIfPresent(arg) || refineDurationObjectLike(arg);
  }
  return parseDuration(arg);
}
function refinePublicRelativeTo(relativeTo) {
  if (void 0 !== relativeTo) {
    if (isObjectLike2(relativeTo)) {
      const zonedDateTimeSlots = getZonedDateTimeSlotsIfPresent(relativeTo);
      if (zonedDateTimeSlots) {
        return zonedDateTimeSlots;
      }
      const dateSlots = getPlainDateSlotsIfPresent(relativeTo);
      if (dateSlots) {
        return dateSlots;
      }
      const dateTimeSlots = getPlainDateTimeSlotsIfPresent(relativeTo);
      if (dateTimeSlots) {
        return createDateSlots(dateTimeSlots, dateTimeSlots.calendar);
      }
      const calendar = getCalendarFromBag(relativeTo);
      return refineMaybeZonedDateTimeObjectLike(refineTimeZoneArg, calendar, relativeTo);
    }
    return parseRelativeToSlots(relativeTo, resolveBasicCalendarId);
  }
}
function initDuration(instance, slots) {
  return durationSlotsMap.set(instance, slots), attachDebugString(instance), instance;
}
var Now = /* @__PURE__ */ Object.defineProperties({}, {
  ...createStringTagDescriptors("Temporal.Now"),
  ...createPropDescriptors({
    timeZoneId() {
      return getCurrentTimeZoneId();
    },
    instant() {
      return createInstant(createEpochNanoSlots(getCurrentEpochNano()));
    },
    zonedDateTimeISO(timeZoneArg = getCurrentTimeZoneId()) {
      const timeZone = queryTimeZone(refineTimeZoneArg(timeZoneArg));
      return createZonedDateTime(createZonedEpochNanoSlots(getCurrentEpochNano(), timeZone));
    },
    plainDateTimeISO(timeZoneArg = getCurrentTimeZoneId()) {
      const isoDateTime = getCurrentIsoDateTime(queryTimeZone(refineTimeZoneArg(timeZoneArg)));
      return createPlainDateTime(createDateTimeSlots(isoDateTime));
    },
    plainDateISO(timeZoneArg = getCurrentTimeZoneId()) {
      const isoDateTime = getCurrentIsoDateTime(queryTimeZone(refineTimeZoneArg(timeZoneArg)));
      return createPlainDate(createDateSlots(isoDateTime));
    },
    plainTimeISO(timeZoneArg = getCurrentTimeZoneId()) {
      const isoDateTime = getCurrentIsoDateTime(queryTimeZone(refineTimeZoneArg(timeZoneArg)));
      return createPlainTime(createTimeSlots(isoDateTime));
    }
  })
});
var Temporal = /* @__PURE__ */ Object.defineProperties({}, {
  ...createStringTagDescriptors("Temporal"),
  ...createPropDescriptors({
    PlainYearMonth,
    PlainMonthDay,
    PlainDate,
    PlainTime,
    PlainDateTime,
    ZonedDateTime,
    Instant,
    Duration,
    Now
  })
});

// node_modules/temporal-polyfill/index.js
var Temporal2 = NativeTemporal || Temporal;
var toTemporalInstant2 = NativeTemporal ? Date.prototype.toTemporalInstant : toTemporalInstant;

// src/schedule/units.ts
var SECOND = 1e3;
var MINUTE = 60 * SECOND;
var HOUR = 60 * MINUTE;
var DAY = 24 * HOUR;
var WEEK = 7 * DAY;
var LONGEST = 31 * DAY;
var HORIZON = 53 * WEEK;

// src/schedule/offsets.ts
function stretches(zone2, from, to) {
  return knownStretches(zone2, from, to).filter(({ start, end }) => start < to && from < end).map(({ start, end, offset }) => ({ start: Math.max(start, from), end: Math.min(end, to), offset }));
}
function readLocal(zone2, local) {
  const near = stretches(zone2, local - FURTHEST, local + FURTHEST);
  const hits = near.flatMap(({ start, end, offset }) => {
    const at = local - offset;
    return start <= at && at < end ? [at] : [];
  });
  const [earlier, later] = [hits.at(0), hits.at(-1)];
  if (earlier !== void 0 && later !== void 0) {
    return earlier === later ? { kind: "once", at: earlier } : { kind: "twice", earlier, later };
  }
  for (const [i, after] of near.entries()) {
    const before = near[i - 1];
    if (before !== void 0 && local < after.start + after.offset) {
      const change = after.start;
      return { kind: "never", change, from: change + before.offset, to: change + after.offset };
    }
  }
  throw new RangeError(`The clock of ${zone2} never comes to ${new Date(local).toISOString()}`);
}
function offsetAt(zone2, at) {
  const [stretch] = stretches(zone2, at, at + 1);
  if (stretch === void 0) throw new RangeError(`${zone2} has no offset at ${at}`);
  return stretch.offset;
}
var FURTHEST = 2 * DAY;
var known = /* @__PURE__ */ new Map();
function knownStretches(zone2, from, to) {
  let found = known.get(zone2);
  if (found === void 0 || from < (found[0]?.start ?? from)) {
    found = [stretchFrom(zone2, from - FURTHEST)];
    known.set(zone2, found);
  }
  for (let end = found.at(-1)?.end ?? from; end < to; end = found.at(-1)?.end ?? to)
    found.push(stretchFrom(zone2, end));
  return found;
}
function stretchFrom(zone2, start) {
  const there = Temporal2.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone2);
  const change = there.getTimeZoneTransition("next");
  return {
    start,
    end: change?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: there.offsetNanoseconds / 1e6
  };
}

// src/schedule/time.ts
var overlaps = (a, b) => a.start < b.end && b.start < a.end;
function formatInZone(at, zone2) {
  const local = at + offsetAt(zone2, at);
  return `${DAYS[dayIndex(local)]} ${date(local)} ${clock(local)} ${zone2}`;
}
function toIso(at, zone2) {
  const offset = offsetAt(zone2, at);
  const local = new Date(at + offset).toISOString().slice(0, -".000Z".length);
  return `${local}${zone2 === "UTC" ? "Z" : formatOffset(offset)}`;
}
function formatOffset(offset) {
  const size = Math.abs(offset);
  const seconds2 = Math.floor(size % MINUTE / SECOND);
  const [hh, mm, ss] = [Math.floor(size / HOUR), Math.floor(size % HOUR / MINUTE), seconds2].map(two);
  return `${offset < 0 ? "-" : "+"}${hh}:${mm}${seconds2 === 0 ? "" : `:${ss}`}`;
}
var dayIndex = (local) => {
  const THURSDAY = 4;
  return ((Math.floor(local / DAY) + THURSDAY) % 7 + 7) % 7;
};
var ISO = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?$/;
function parseInstant2(text, zone2) {
  const [, day2, hours2, minutes, seconds2 = "00", fraction = "", offset] = ISO.exec(text) ?? [];
  if (day2 === void 0) {
    throw new RangeError(
      `${quoted(text)} is not a date and time: write 2026-03-01T21:00, or with an offset 2026-03-01T21:00+01:00`
    );
  }
  const written = `${day2}T${hours2}:${minutes}:${seconds2}.${fraction.padEnd(3, "0")}Z`;
  const local = Date.parse(written);
  if (Number.isNaN(local) || new Date(local).toISOString() !== written) {
    throw new RangeError(`${quoted(text)} is not on the calendar or not on the clock`);
  }
  if (offset !== void 0) {
    const at = local - parseOffset(text, offset);
    return { earlier: at, later: at };
  }
  const reading = readLocal(zone2.id, local);
  if (reading.kind === "once") return { earlier: reading.at, later: reading.at };
  if (reading.kind === "twice") return { earlier: reading.earlier, later: reading.later };
  const { change, from, to } = reading;
  const near = (at) => toIso(at, zone2.id);
  throw new RangeError(
    `${quoted(text)} does not exist in ${zone2.id}: the clock goes from ${date(from)} ${clock(from)} to ${date(to)} ${clock(to)}. Use a time up to ${near(change - MINUTE)} or from ${near(change)} on`
  );
}
function parseOffset(text, offset) {
  if (offset === "Z") return 0;
  const [hours2, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(4, 6))];
  const size = hours2 * HOUR + minutes * MINUTE;
  if (minutes > 59 || size > 18 * HOUR) {
    throw new RangeError(`${quoted(text)} has an offset that no place on Earth keeps: ${offset}`);
  }
  return offset.startsWith("-") ? -size : size;
}
var DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
var two = (value) => String(value).padStart(2, "0");
var date = (local) => new Date(local).toISOString().slice(0, -"T00:00:00.000Z".length);
var clock = (local) => {
  const [, hhmm, seconds2] = /T(..:..):(..)/.exec(new Date(local).toISOString()) ?? [];
  return seconds2 === "00" ? `${hhmm}` : `${hhmm}:${seconds2}`;
};

// src/schedule/deployWindow.ts
function parseDeployWindow(text) {
  const lines = [];
  const problems = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    try {
      lines.push(parseLine(line.trim()));
    } catch (error2) {
      if (!(error2 instanceof RangeError)) throw error2;
      problems.push(`line ${index + 1}: ${error2.message}`);
    }
  }
  if (lines.length + problems.length === 0) problems.push(`holds no line: write for example ${EXAMPLE}`);
  return { lines, problems };
}
function occurrences(line, zone2, from, to) {
  const found = [];
  const firstDay = Math.floor(from / DAY) - MARGIN_DAYS;
  const lastDay = Math.ceil(to / DAY) + MARGIN_DAYS;
  for (let midnight = firstDay * DAY; midnight <= lastDay * DAY; midnight += DAY) {
    if (!line.days.has(dayIndex(midnight))) continue;
    const interval = {
      start: startOf(zone2, midnight + line.start),
      end: endOf(zone2, midnight + line.end)
    };
    if (interval.end > from && interval.start < to) found.push(interval);
  }
  return found;
}
var MARGIN_DAYS = 4;
function startOf(zone2, local) {
  const reading = readLocal(zone2, local);
  switch (reading.kind) {
    case "once":
      return reading.at;
    case "twice":
      return reading.earlier;
    case "never":
      return reading.change;
  }
}
function endOf(zone2, local) {
  const reading = readLocal(zone2, local);
  switch (reading.kind) {
    case "once":
      return reading.at;
    case "twice":
      return reading.later;
    case "never":
      return reading.change + (local - reading.from);
  }
}
var EXAMPLE = "Mon-Fri 09:00-17:00";
function parseLine(line) {
  const [, days, times3] = /^(\S.*?)\s+(\d.*)$/.exec(line) ?? [];
  if (days === void 0 || times3 === void 0) {
    throw new RangeError(`${quoted(line)} is not days and hours: write for example ${EXAMPLE}`);
  }
  const parts = times3.split("-");
  const [first, last] = parts;
  if (first === void 0 || last === void 0 || parts.length !== 2) {
    throw new RangeError(`${quoted(times3)} is not a start and an end: write for example 09:00-17:00`);
  }
  const [start, end] = [parseClock(first), parseClock(last)];
  if (start === DAY) throw new RangeError('"24:00" can only end a window: a day starts at 00:00');
  if (start === end) {
    throw new RangeError(`${quoted(times3)} starts when it ends: write 00:00-24:00 for a whole day`);
  }
  return { text: line, days: parseDays(days), start, end: end < start ? end + DAY : end };
}
function parseClock(text) {
  const [, hours2, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  const time = Number(hours2) * HOUR + Number(minutes) * MINUTE;
  if (hours2 === void 0 || Number(minutes) > 59 || time > DAY) {
    throw new RangeError(`${quoted(text)} is not a time of day: write 00:00 to 24:00, two digits each`);
  }
  return time;
}
function parseDays(text) {
  if (text.toLowerCase() === "daily") return new Set(DAYS2.keys());
  const days = /* @__PURE__ */ new Set();
  for (const part of text.split(",")) {
    const range = part.trim().split("-").map(parseDay);
    const [first, last = first] = range;
    if (first === void 0 || last === void 0 || range.length > 2) {
      throw new RangeError(`${quoted(part.trim())} is not a day or a range of days: write Mon or Mon-Fri`);
    }
    for (let day2 = first; ; day2 = (day2 + 1) % DAYS2.length) {
      days.add(day2);
      if (day2 === last) break;
    }
  }
  return days;
}
var DAYS2 = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
function parseDay(text) {
  const name = text.toLowerCase();
  const day2 = DAYS2.findIndex((full) => full.toLowerCase() === name || full.slice(0, 3).toLowerCase() === name);
  if (day2 < 0) {
    const short = DAYS2.map((full) => full.slice(0, 3));
    throw new RangeError(`${quoted(text)} is not a day: write ${listed([...short, "daily"], "or")}`);
  }
  return day2;
}

// src/schedule/duration.ts
var ISO2 = /^P(?=\d|T\d)(?:(?<w>\d+)W|(?:(?<d>\d+)D)?(?:T(?=\d)(?:(?<h>\d+)H)?(?:(?<m>\d+)M)?(?:(?<s>\d+)S)?)?)$/;
var SHORT = /^(?=\d)(?:(?<d>\d+)d)?(?:(?<h>\d+)h)?(?:(?<m>\d+)m)?(?:(?<s>\d+)s)?$/;
var UNITS = { w: WEEK, d: DAY, h: HOUR, m: MINUTE, s: SECOND };
function parseDuration2(text) {
  const numbers = (ISO2.exec(text) ?? SHORT.exec(text))?.groups;
  if (numbers === void 0) throw new RangeError(`${complaint(text)}: ${EXAMPLES}`);
  const ms = Object.entries(UNITS).reduce((sum, [unit, size]) => sum + Number(numbers[unit] ?? 0) * size, 0);
  if (ms === 0) throw new RangeError(`is zero: ${EXAMPLES}`);
  if (ms > LONGEST) throw new RangeError("is longer than 31 days, the longest that is accepted");
  return ms;
}
function formatDuration(ms) {
  let left = Math.floor(ms / SECOND) * SECOND;
  let text = "";
  for (const [unit, size] of [
    ["d", DAY],
    ["h", HOUR],
    ["m", MINUTE],
    ["s", SECOND]
  ]) {
    const count2 = Math.floor(left / size);
    left -= count2 * size;
    if (count2 > 0) text += `${count2}${unit}`;
  }
  return text || "0s";
}
var EXAMPLES = "write 90s, 45m, 1h30m or 2d, or ISO 8601 such as PT45M or P1D";
function complaint(text) {
  if (/^[+-]/.test(text)) return "has a sign";
  if (/\d[.,]\d/.test(text)) return "is not in whole numbers (1h30m, not 1.5h)";
  if (/^P\d*[YM]|^P.*\d[YM].*T|^\d+(y|mo)/i.test(text))
    return "is in years or months, which have no fixed length";
  if (/^(.*[a-z])?\d+$/i.test(text)) return "ends in a number without a unit";
  if (/^P?(T?\d+[wdhmst])+$/i.test(text)) return "has a unit in the wrong place, twice, or in the wrong case";
  return "is not a duration";
}

// src/schedule/deploy.ts
function parseDeploy(inputs) {
  const { zone: zone2, deployStart, deployDuration = "", deployEnd = "", deployWindow = "" } = inputs;
  if (deployWindow !== "") {
    const { lines, problems: problems2 } = parseDeployWindow(deployWindow);
    return problems2.length === 0 ? { deploy: { kind: "standing", zone: zone2, lines }, notes: [] } : { problems: problems2.map((sentence2) => ({ input: "deployWindow", sentence: `${sentence2}.` })) };
  }
  const problems = [];
  const notes = [];
  function attempt(input, read2, subject2 = "") {
    try {
      return read2();
    } catch (error2) {
      if (!(error2 instanceof RangeError)) throw error2;
      problems.push({ input, sentence: `${subject2}${error2.message}.` });
      return void 0;
    }
  }
  function instant2(input, text) {
    const at = attempt(input, () => parseInstant2(text, zone2));
    if (at !== void 0 && at.earlier !== at.later) notes.push(twiceNote(input, text, zone2, at));
    return at;
  }
  function length(text) {
    const after = attempt("deployDuration", () => parseDuration2(text), `${quoted(text)} `);
    return after === void 0 ? void 0 : { after };
  }
  function time(text) {
    const at = instant2("deployEnd", text);
    return at && { at: at.later };
  }
  const start = deployStart === "" || deployStart === "now" ? void 0 : instant2("deployStart", deployStart);
  const end = deployEnd === "" ? length(deployDuration || DEFAULT_DURATION) : time(deployEnd);
  if (end === void 0 || problems.length > 0) return { problems };
  const deploy = { kind: "once", zone: zone2, end, ...start && { start } };
  if (start !== void 0) attempt("deployEnd", () => single(deploy, start.earlier));
  return problems.length > 0 ? { problems } : { deploy, notes };
}
function resolveDeploys(deploy, now) {
  if (deploy.kind === "once") {
    try {
      return [single(deploy, now)];
    } catch (error2) {
      if (!(error2 instanceof RangeError)) throw error2;
      throw new RangeError(`deployEnd ${error2.message}.`);
    }
  }
  return deploy.lines.flatMap(
    (line) => occurrences(line, deploy.zone.id, now, now + HORIZON).map((found) => ({ ...found, line: line.text }))
  ).sort((a, b) => a.start - b.start || a.end - b.end);
}
var DEFAULT_DURATION = "1h";
function single({ start, end, zone: zone2 }, now) {
  const [first, last] = start === void 0 ? [now, now] : [start.earlier, start.later];
  if ("after" in end) return { start: first, end: last + end.after };
  const shown = (at) => formatInZone(at, zone2.id);
  if (end.at <= first || end.at === last) {
    throw new RangeError(
      `(${shown(end.at)}) is not after the start of the deploy (${shown(first)}): give a later end`
    );
  }
  if (end.at - first > LONGEST) {
    throw new RangeError(
      `(${shown(end.at)}) is more than 31 days after the start of the deploy (${shown(first)})`
    );
  }
  return { start: first, end: end.at };
}
function twiceNote(input, text, zone2, { earlier, later }) {
  const local = Date.parse(`${text}Z`);
  return `${input} ${quoted(text)} comes twice in ${zone2.id}, with offset ${formatOffset(local - earlier)} and again with ${formatOffset(local - later)}: the deploy is taken to cover both. Give an offset to choose one.`;
}

// src/schedule/zone.ts
function parseZone(text) {
  const canonical = RUNTIME_ONLY.test(text) ? void 0 : canonicalId(text);
  if (canonical === void 0) {
    throw new RangeError(
      `${quoted(text)} is not a time zone that is known here: write an IANA name such as Europe/Berlin, America/New_York or UTC`
    );
  }
  const id = IANA_NAMES[canonical] ?? canonical;
  return id.toLowerCase() === text.toLowerCase() ? { id } : { id, alias: text };
}
function canonicalId(text) {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return void 0;
  }
}
var RUNTIME_ONLY = /^([+-].*|systemv\/.*|(ac|ae|ag|ar|as|be|bs|ca|cn|cs|ct|ea|ec|ie|is|js|mi|ne|ns|pl|pn|pr|ps|ss|vs)t)$/i;
var IANA_NAMES = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk"
};

// src/inputs.ts
var OPERATIONS = ["get", "update", "defer", "autoDefer", "reset", "gate"];
var INPUTS = {
  operation: { default: "get" },
  groupId: { env: "MONGODB_ATLAS_PROJECT_ID" },
  publicKey: { env: "MONGODB_ATLAS_PUBLIC_API_KEY" },
  privateKey: { env: "MONGODB_ATLAS_PRIVATE_API_KEY", secret: true },
  clientId: { env: "MONGODB_ATLAS_CLIENT_ID" },
  clientSecret: { env: "MONGODB_ATLAS_CLIENT_SECRET", secret: true },
  accessToken: { env: "MONGODB_ATLAS_ACCESS_TOKEN", secret: true },
  baseUrl: { env: "MONGODB_ATLAS_BASE_URL" },
  dayOfWeek: { usedBy: ["update"] },
  hourOfDay: { usedBy: ["update"] },
  autoDeferOnceEnabled: { usedBy: ["update", "autoDefer"] },
  startASAP: { usedBy: ["update"] },
  protectedHours: { usedBy: ["update"] },
  waveAssignment: { usedBy: ["update"] },
  deployStart: { default: "now", usedBy: ["gate"] },
  deployDuration: { default: "1h", usedBy: ["gate"] },
  deployEnd: { usedBy: ["gate"] },
  deployWindow: { usedBy: ["gate"] },
  deployTimeZone: { default: "UTC", usedBy: ["gate"] },
  maintenanceDuration: { default: "4h" },
  blockOn: { default: "window", usedBy: ["gate"] },
  onOverlap: { default: "fail", usedBy: ["gate"] },
  onNothingScheduled: { default: "ignore", usedBy: ["defer"] },
  dryRun: { default: "false" },
  timeout: { default: "2m" },
  githubToken: { secret: true },
  commitStatus: { default: "false", usedBy: ["gate"] },
  commitStatusContext: { default: "atlas/maintenance-window", usedBy: ["gate"] },
  commentOnPullRequest: { default: "never", usedBy: ["gate"] }
};
var SPECS = INPUTS;
var NAMES = Object.keys(INPUTS).filter((name) => name in INPUTS);
var DEFAULT_BASE_URL = "https://cloud.mongodb.com";
var MAX_TIMEOUT = 6 * 36e5;
var given = (env, name) => (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
var inherited = (env, name) => {
  const variable = SPECS[name].env;
  return variable === void 0 ? "" : (env[variable] ?? "").trim();
};
function secretsIn(env) {
  const values = NAMES.filter((name) => SPECS[name].secret).flatMap((name) => [env[`INPUT_${name.toUpperCase()}`], env[SPECS[name].env ?? ""]]).filter((value) => value !== void 0).flatMap((value) => [value, value.trim()]);
  return [...new Set(values)].filter((value) => value !== "");
}
var oneOf = (...values) => (text) => {
  const found = values.find((value) => value === text);
  if (found === void 0)
    throw new RangeError(`must be ${listed(values.map(quotedWord), "or")}, not ${quoted(text)}.`);
  return found;
};
var quotedWord = (word) => `\`${word}\``;
var boolean2 = (text) => {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  throw new RangeError(`must be \`true\` or \`false\`, not ${quoted(text)}.`);
};
var DAYS3 = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
var dayOfWeek = (text) => {
  const word = text.toLowerCase();
  const index = /^[1-7]$/.test(text) ? Number(text) - 1 : DAYS3.findIndex((day2) => word === day2 || word === day2.slice(0, 3));
  if (index < 0)
    throw new RangeError(
      `must be \`1\` (Sunday) to \`7\` (Saturday) or a day's name such as \`Sunday\` or \`Sun\`, not ${quoted(text)}.`
    );
  return index + 1;
};
var HOUR2 = /^(?:0?\d|1\d|2[0-3])$/;
var hourOfDay = (text) => {
  if (!HOUR2.test(text))
    throw new RangeError(`must be a whole hour, \`0\` (midnight) to \`23\`, not ${quoted(text)}.`);
  return Number(text);
};
var MAX_PROTECTED_HOURS = 18;
var protectedHours = (text) => {
  if (text === "none") return null;
  const [start = "", end = "", ...rest] = text.split("-").map((part) => part.trim());
  if (rest.length > 0 || !HOUR2.test(start) || !HOUR2.test(end))
    throw new RangeError(
      `must be two hours of \`0\` to \`23\` such as \`9-17\`, or \`none\`, not ${quoted(text)}.`
    );
  const hours2 = { startHourOfDay: Number(start), endHourOfDay: Number(end) };
  const length = (hours2.endHourOfDay - hours2.startHourOfDay + 24) % 24;
  if (length === 0)
    throw new RangeError(`starts and ends at the same hour (${quoted(text)}); Atlas refuses that.`);
  if (length > MAX_PROTECTED_HOURS)
    throw new RangeError(
      `covers ${length} hours (${quoted(text)}); Atlas allows at most ${MAX_PROTECTED_HOURS}.`
    );
  return hours2;
};
var waveAssignment = (text) => {
  switch (text) {
    case "1":
      return 1;
    case "2":
      return 2;
    case "3":
      return 3;
    case "none":
      return null;
    default:
      throw new RangeError(`must be \`1\`, \`2\`, \`3\` or \`none\`, not ${quoted(text)}.`);
  }
};
var groupId = (text) => {
  if (/^[a-f0-9]{24}$/.test(text)) return text;
  const why = /^[a-fA-F0-9]{24}$/.test(text) ? "has upper-case letters; write it in lower case" : `is not a project id (24 of the characters 0-9 and a-f, found under Project Settings in Atlas; this has ${text.length})`;
  throw new RangeError(`${quoted(text)} ${why}.`);
};
var MAX_QUOTED = 5;
var isLoopback = (host) => host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
var baseUrl = (text) => {
  const url = /[\s\p{C}\\]/u.test(text) ? null : URL.parse(text);
  if (url === null || !/^https?:\/\//i.test(text))
    throw new RangeError(`must be a URL such as \`${DEFAULT_BASE_URL}\`.`);
  if (url.username !== "" || url.password !== "")
    throw new RangeError("must not hold a user name or password; use the credential inputs.");
  if (text.includes("?") || text.includes("#")) throw new RangeError("must not have a query or a fragment.");
  if (url.protocol === "http:" && !isLoopback(url.hostname))
    throw new RangeError(
      `must be https: over http to ${plain(url.hostname, 80)} the credentials could be read on the way (http is for loopback only).`
    );
  if (url.pathname.includes("/api/atlas"))
    throw new RangeError("must end before `/api/atlas`: the action adds the path itself.");
  return url.origin + url.pathname.replace(/\/+$/, "");
};
var duration = (max = Number.POSITIVE_INFINITY) => (text) => {
  const ms = parseDuration2(text);
  if (ms > max) throw new RangeError(`is at most 6h; ${quoted(text)} is more.`);
  return ms;
};
var EMPTY_SECRET = "where it comes from a secret, that secret is empty or not available here: pull requests from forks and from Dependabot get no secrets";
var InputError = class extends Error {
  problems;
  constructor(problems) {
    const many = problems.length > 1;
    super(
      many ? `${problems.length} problems with the inputs; nothing was sent to Atlas:
${problems.map((problem) => `- ${problem}`).join("\n")}` : `${problems.join("")} Nothing was sent to Atlas.`
    );
    this.name = "InputError";
    this.problems = problems;
  }
};
function parseInputs(env) {
  const problems = [];
  const origins = [];
  const notices = [];
  const redact = redactor(secretsIn(env));
  const complain = (name, text, sentence2) => problems.push(
    `${name} ${redact(text) === text ? sentence2 : "cannot be used; its value is not shown, since it holds a secret."}`
  );
  function parse2(name, parser) {
    const text = given(env, name) || inherited(env, name) || SPECS[name].default;
    if (text === void 0 || text === "") return void 0;
    const fromEnv = given(env, name) === "" && inherited(env, name) !== "";
    if (fromEnv) origins.push(`${name} comes from ${SPECS[name].env}.`);
    try {
      return parser(text);
    } catch (error2) {
      if (!(error2 instanceof RangeError)) throw error2;
      complain(`${name}${fromEnv ? ` (from ${SPECS[name].env})` : ""}`, text, error2.message);
      return void 0;
    }
  }
  const parseOr = (name, parser, fallback) => parse2(name, parser) ?? fallback;
  const operation2 = parse2("operation", oneOf(...OPERATIONS));
  if (operation2 !== void 0)
    for (const name of NAMES) {
      const { usedBy } = SPECS[name];
      const value = given(env, name);
      if (usedBy !== void 0 && !usedBy.includes(operation2) && value !== "" && value !== SPECS[name].default)
        problems.push(
          `${name} is not used by \`${operation2}\` but by ${listed(usedBy.map(quotedWord))}: remove it, or change operation.`
        );
    }
  const uses = (name) => operation2 !== void 0 && (SPECS[name].usedBy?.includes(operation2) ?? true);
  const groupIds = parse2("groupId", (text) => {
    const parts = text.split(/[,\n]/).map((part) => part.trim());
    const written = parts.filter((part) => part !== "");
    const wrong = [];
    for (const part of written) {
      try {
        groupId(part);
      } catch (error2) {
        wrong.push(error2 instanceof Error ? error2.message : String(error2));
      }
    }
    const more = wrong.length - MAX_QUOTED;
    if (more > 0) wrong.splice(MAX_QUOTED, more, `So it is with ${more} more.`);
    if (wrong.length > 0) throw new RangeError(wrong.join(" "));
    if (written.length === 0) throw new RangeError(`names no project: ${quoted(text)}.`);
    const repeated = new Set(written.filter((id, index) => written.indexOf(id) !== index));
    if (repeated.size > 0)
      notices.push(`groupId names ${listed([...repeated])} more than once; each is done once.`);
    return [...new Set(written)];
  });
  if (groupIds === void 0 && given(env, "groupId") === "" && inherited(env, "groupId") === "")
    problems.push("groupId is missing: give the id of the Atlas project, or set MONGODB_ATLAS_PROJECT_ID.");
  const credential = parseCredential(env, problems, origins);
  const url = parseOr("baseUrl", baseUrl, DEFAULT_BASE_URL);
  const maintenanceDuration = parseOr("maintenanceDuration", duration(), 0);
  const timeout = parseOr("timeout", duration(MAX_TIMEOUT), 0);
  const dryRun = parseOr("dryRun", boolean2, false);
  const token = given(env, "githubToken");
  const commitStatus = uses("commitStatus") && parseOr("commitStatus", boolean2, false);
  const commentOnPullRequest = uses("commentOnPullRequest") ? parseOr("commentOnPullRequest", oneOf("never", "onOverlap", "always"), "never") : "never";
  if ((commitStatus || commentOnPullRequest !== "never") && token === "")
    problems.push(
      "githubToken is empty, and commitStatus and commentOnPullRequest need it: leave the input out to use the token of the job."
    );
  const github = {
    token,
    commentOnPullRequest,
    ...commitStatus ? {
      commitStatusContext: parseOr(
        "commitStatusContext",
        (text) => plain(text, 255),
        INPUTS.commitStatusContext.default
      )
    } : {}
  };
  function parseUpdate() {
    const day2 = parse2("dayOfWeek", dayOfWeek);
    const hour2 = parse2("hourOfDay", hourOfDay);
    const autoDefer2 = parse2("autoDeferOnceEnabled", boolean2);
    const hours2 = parse2("protectedHours", protectedHours);
    const wave2 = parse2("waveAssignment", waveAssignment);
    const wish = {
      ...day2 === void 0 ? {} : { dayOfWeek: day2 },
      ...hour2 === void 0 ? {} : { hourOfDay: hour2 },
      ...autoDefer2 === void 0 ? {} : { autoDeferOnceEnabled: autoDefer2 },
      ...hours2 === void 0 ? {} : { protectedHours: hours2 },
      ...wave2 === void 0 ? {} : { waveAssignment: wave2 }
    };
    const startASAP = parse2("startASAP", boolean2);
    const fields = [
      "dayOfWeek",
      "hourOfDay",
      "autoDeferOnceEnabled",
      "protectedHours",
      "waveAssignment"
    ];
    const asked = fields.filter((name) => given(env, name) !== "");
    if (startASAP === true && asked.length > 0)
      problems.push(
        `startASAP must be alone: Atlas starts the scheduled maintenance now and takes no setting with it. Put ${listed(asked)} in a step of their own.`
      );
    if (startASAP !== true && asked.length === 0 && !(startASAP === void 0 && given(env, "startASAP") !== ""))
      problems.push(
        `operation \`update\` needs something to set: give ${listed([...fields, "startASAP"], "or")}.`
      );
    return { operation: "update", wish: startASAP === true ? "startASAP" : wish };
  }
  function parseGate() {
    const zone2 = parse2("deployTimeZone", parseZone);
    if (zone2?.alias !== void 0)
      notices.push(`deployTimeZone ${quoted(zone2.alias)} is another name of ${zone2.id}, which is used.`);
    const explicit = (name) => given(env, name) !== SPECS[name].default && given(env, name);
    if (given(env, "deployWindow") !== "") {
      const others = ["deployStart", "deployDuration", "deployEnd"].filter(
        (name) => name === "deployEnd" ? given(env, name) : explicit(name)
      );
      if (others.length > 0)
        problems.push(`deployWindow stands instead of ${listed(others)}: give either the one or the other.`);
    } else if (given(env, "deployEnd") !== "" && explicit("deployDuration")) {
      problems.push("deployEnd stands instead of deployDuration: give either the one or the other.");
    }
    const blockOn = parseOr("blockOn", oneOf("window", "scheduled"), "window");
    const onOverlap = parseOr("onOverlap", oneOf("fail", "warn", "ignore", "defer"), "fail");
    if (zone2 === void 0) return void 0;
    const text = (name) => given(env, name) || (SPECS[name].default ?? "");
    const parsed = parseDeploy({
      deployStart: text("deployStart"),
      deployDuration: text("deployDuration"),
      deployEnd: given(env, "deployEnd"),
      deployWindow: given(env, "deployWindow"),
      zone: zone2
    });
    if ("problems" in parsed) {
      for (const { input, sentence: sentence2 } of parsed.problems) complain(input, text(input), sentence2);
      return void 0;
    }
    notices.push(...parsed.notes);
    return { operation: "gate", deploy: parsed.deploy, zone: zone2, blockOn, onOverlap };
  }
  function parseTask() {
    switch (operation2) {
      case void 0:
        return void 0;
      case "get":
      case "reset":
        return { operation: operation2 };
      case "update":
        return parseUpdate();
      case "autoDefer": {
        const wanted = parse2("autoDeferOnceEnabled", boolean2);
        return { operation: operation2, ...wanted === void 0 ? {} : { wanted } };
      }
      case "defer":
        return {
          operation: operation2,
          onNothingScheduled: parseOr("onNothingScheduled", oneOf("ignore", "fail"), "ignore")
        };
      case "gate":
        return parseGate();
    }
  }
  const task = parseTask();
  if (problems.length > 0 || groupIds === void 0 || credential === void 0 || task === void 0)
    throw new InputError(problems);
  return {
    groupIds,
    credential,
    baseUrl: url,
    task,
    maintenanceDuration,
    dryRun,
    timeout,
    github,
    origins,
    notices
  };
}
var CREDENTIALS = [
  { kind: "accessToken", title: "access token", names: ["accessToken"] },
  { kind: "serviceAccount", title: "service account", names: ["clientId", "clientSecret"] },
  { kind: "apiKey", title: "API key", names: ["publicKey", "privateKey"] }
];
function parseCredential(env, problems, origins) {
  const complete = (names, value) => names.every((name) => value(name) !== "");
  const either = (name) => given(env, name) || inherited(env, name);
  const half = (names, value) => {
    const has = names.find((name) => value(name) !== "");
    const lacks = names.find((name) => value(name) === "");
    if (has === void 0 || lacks === void 0) return;
    const why = SPECS[lacks].secret ? ` (${EMPTY_SECRET})` : "";
    problems.push(`${lacks} is missing or empty, but ${has} is given: the two go together${why}.`);
  };
  const asInputs = CREDENTIALS.filter(({ names }) => names.some((name) => given(env, name) !== ""));
  const wholeInputs = asInputs.filter(({ names }) => complete(names, (name) => given(env, name)));
  if (wholeInputs.length > 1) {
    problems.push(
      `Two kinds of credentials are given, ${listed(wholeInputs.map(({ title, names }) => `${title} (${names.join(", ")})`))}: keep one.`
    );
    return void 0;
  }
  const [winner] = asInputs.length > 0 ? asInputs : CREDENTIALS.filter(({ names }) => names.some((name) => either(name) !== ""));
  const wrong = asInputs.filter(({ names }) => !complete(names, either));
  for (const { names } of asInputs.length > 0 ? wrong : winner ? [winner] : []) half(names, either);
  if (winner === void 0) {
    problems.push(
      `No credentials: give clientId and clientSecret, publicKey and privateKey, or accessToken, or set the environment variables of the Atlas CLI. If the workflow does pass them, they are empty: ${EMPTY_SECRET}.`
    );
    return void 0;
  }
  if (wrong.length > 0 || !complete(winner.names, either)) return void 0;
  const source = winner.names.map(
    (name) => given(env, name) === "" ? SPECS[name].env ?? name : `input ${name}`
  );
  origins.push(`Signing in with the ${winner.title} from ${listed(source)}.`);
  switch (winner.kind) {
    case "accessToken":
      return { kind: winner.kind, accessToken: either("accessToken") };
    case "serviceAccount":
      return { kind: winner.kind, clientId: either("clientId"), clientSecret: either("clientSecret") };
    case "apiKey":
      return { kind: winner.kind, publicKey: either("publicKey"), privateKey: either("privateKey") };
  }
}

// src/operations/project.ts
async function read({ atlas, outcome }) {
  const window = await atlas.getWindow(outcome.groupId);
  if (window.configured) requireZone(window.timeZoneId);
  outcome.window = window;
  return window;
}
function requireZone(timeZoneId) {
  try {
    parseZone(timeZoneId);
  } catch (error2) {
    if (!(error2 instanceof RangeError)) throw error2;
    throw new AtlasError({
      code: "UNKNOWN_TIME_ZONE",
      message: `Atlas gives the project's time zone as ${quoted(timeZoneId)}, which this runner does not know, so the start of the window cannot be told. Set another time zone in the project's settings in Atlas, or use a newer version of this action`,
      outcome: "refused"
    });
  }
}
function requireWindow(window) {
  if (window.configured) return window;
  throw new AtlasError({
    code: "ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED",
    message: "The project has no maintenance window: set one first, with operation `update`, dayOfWeek and hourOfDay",
    outcome: "refused"
  });
}

// src/operations/once.ts
var SETTLE_MS = 500;
async function sendOnce(project, send, took) {
  let attempts = 0;
  await retry(
    async () => {
      attempts += 1;
      if (attempts > 1) {
        await pause(SETTLE_MS, project.deadline);
        if (took(await read(project))) return;
      }
      await send();
    },
    { deadline: project.deadline, log: project.log }
  );
  if (!took(await read(project)))
    throw new AtlasError({
      code: "NOT_TAKEN",
      message: "Atlas accepted the request, but a read afterwards shows no effect: look at the project in Atlas before you rely on it",
      outcome: "unknown"
    });
}

// src/operations/autoDefer.ts
async function autoDefer(project, wanted) {
  const { atlas, outcome } = project;
  const before = requireWindow(await read(project));
  const goal = wanted ?? !before.autoDeferOnceEnabled;
  if (before.autoDeferOnceEnabled === goal) return { did: "nothing", because: "alreadySo" };
  if (project.dryRun)
    return { did: "wouldSend", method: "POST", path: `${windowPath(outcome.groupId)}/autoDefer` };
  await sendOnce(
    project,
    () => atlas.toggleAutoDefer(outcome.groupId),
    (window) => window.configured && window.autoDeferOnceEnabled === goal
  );
  outcome.changed = true;
  return { did: "toggled" };
}

// src/operations/defer.ts
async function defer(project, onNothingScheduled) {
  const before = requireWindow(await read(project));
  if (project.dryRun)
    return { did: "wouldSend", method: "POST", path: `${windowPath(project.outcome.groupId)}/defer` };
  try {
    await deferOnce(project, before);
  } catch (error2) {
    const nothing = error2 instanceof AtlasError && error2.outcome === "refused" && error2.code === "ATLAS_MAINTENANCE_NOT_SCHEDULED";
    if (!nothing || onNothingScheduled === "fail") throw error2;
    return { did: "nothing", because: "nothingScheduled" };
  }
  return { did: "deferred" };
}
async function deferOnce(project, before) {
  const { atlas, outcome } = project;
  await sendOnce(
    project,
    () => atlas.defer(outcome.groupId),
    (window) => window.configured && window.numberOfDeferrals > before.numberOfDeferrals
  );
  outcome.changed = true;
  outcome.deferred = true;
}

// src/schedule/weekly.ts
function weeklyStarts(window, from, to) {
  const starts = [];
  const known2 = stretches(window.timeZoneId, from - MARGIN, Math.max(from, to) + MARGIN);
  let local;
  let before = 0;
  for (const { start, end, offset } of known2) {
    local ??= firstLocal(window, start + offset);
    for (; local < end + offset; local += WEEK) {
      const skipped = local < start + offset;
      const at = local - (skipped ? before : offset);
      if (from <= at && at < to) starts.push(at);
    }
    before = offset;
  }
  return starts;
}
function nextWeeklyStart(window, from) {
  const [first] = weeklyStarts(window, from, from + 2 * WEEK);
  if (first === void 0) throw new RangeError(`No weekly start in two weeks in ${window.timeZoneId}`);
  return first;
}
var MARGIN = 2 * DAY;
function firstLocal({ dayOfWeek: dayOfWeek2, hourOfDay: hourOfDay2 }, from) {
  const sunday = Math.floor(from / DAY) * DAY - dayIndex(from) * DAY;
  const local = sunday + (dayOfWeek2 - 1) * DAY + hourOfDay2 * HOUR;
  return local < from ? local + WEEK : local;
}

// src/schedule/judge.ts
var ANNOUNCED_BEFORE = 48 * HOUR;
function judge(question) {
  const { window, state, deploys, maintenanceDuration, now } = question;
  const [first] = deploys;
  if (first === void 0) throw new RangeError("There is no deploy to judge");
  const standing = first.line !== void 0;
  const earliest = standing ? now : Math.max(first.start, now);
  const length = first.end - first.start;
  const from = Math.min(first.start - maintenanceDuration, now);
  const to = earliest + HORIZON + Math.max(length, LONGEST);
  const starts = window ? weeklyStarts(window, from, to) : [];
  const walk = walks(question, starts);
  const block = firstBlock(deploys, walk());
  const clearAt = standing ? firstClear(deploys, now, walk()) : slideClear(earliest, length, walk());
  const nextStart = starts.find((start) => start >= now);
  const scheduled = scheduledOf(state);
  return {
    overlap: block !== void 0,
    ...block && { block },
    ...nextStart !== void 0 && { nextStart, nextEnd: nextStart + maintenanceDuration },
    ...scheduled && { scheduledStart: scheduled.start },
    ...clearAt !== void 0 && clearAt <= earliest + HORIZON && { clearAt }
  };
}
function walks(question, starts) {
  const { state, maintenanceDuration: length, now } = question;
  const known2 = [];
  const since = state.kind === "running" || state.kind === "unknown" ? state.since : void 0;
  if (since !== void 0) {
    known2.push({ reason: "running", start: since, end: Math.max(since, now) + length });
  }
  const scheduled = scheduledOf(state);
  if (scheduled) known2.push({ reason: "scheduled", ...scheduledInterval(scheduled, length, now) });
  known2.sort((a, b) => a.start - b.start);
  const reasonOf = (start) => weeklyReason(question, scheduled?.start, start);
  const weekly2 = starts.filter((start) => reasonOf(start) !== void 0);
  return () => {
    let passed = 0;
    return (deploy) => {
      let start = weekly2[passed];
      while (start !== void 0 && start + length <= deploy.start) {
        passed += 1;
        start = weekly2[passed];
      }
      const met = firstOf(known2, deploy);
      if (start === void 0 || start >= deploy.end || met && met.start <= start) return met;
      return { reason: reasonOf(start) ?? "weekly", start, end: start + length };
    };
  };
}
function scheduledOf(state) {
  if (state.kind === "running") return state.next;
  return state.kind === "scheduled" ? state : void 0;
}
function firstOf(known2, deploy) {
  for (const threat of known2) if (overlaps(threat, deploy)) return threat;
  return void 0;
}
var scheduledInterval = ({ start }, maintenanceDuration, now) => ({ start, end: Math.max(start, now) + maintenanceDuration });
function weeklyReason({ blockOn, state, now }, scheduled, start) {
  if (blockOn === "window" || state.kind === "unknown") return "weekly";
  if (scheduled !== void 0 && start < scheduled) return void 0;
  if (start - now >= ANNOUNCED_BEFORE) return "tooEarly";
  return scheduled !== void 0 && scheduled <= now ? "weekly" : void 0;
}
function firstBlock(deploys, meets) {
  for (const deploy of deploys) {
    const threat = meets(deploy);
    if (threat === void 0) continue;
    const { reason: reason2, start, end } = threat;
    return {
      reason: reason2,
      maintenance: { start, end },
      deploy: { start: deploy.start, end: deploy.end },
      ...deploy.line !== void 0 && { deployLine: deploy.line },
      ...reason2 === "tooEarly" && { knownFrom: start - ANNOUNCED_BEFORE }
    };
  }
  return void 0;
}
function firstClear(deploys, now, meets) {
  return deploys.find((deploy) => deploy.start >= now && meets(deploy) === void 0)?.start;
}
function slideClear(start, length, meets) {
  const threat = meets({ start, end: start + length });
  return threat === void 0 ? start : slideClear(threat.end, length, meets);
}

// src/schedule/maintenance.ts
var MEANINGS = {
  MAINTENANCE_IN_ADVANCED: "announced",
  MAINTENANCE_AUTO_DEFERRED: "deferred",
  ATLAS_MAINTENANCE_DEFERRED: "deferred",
  ATLAS_MAINTENANCE_DEFERRED_BY_ADMIN: "deferred",
  ATLAS_MAINTENANCE_SCHEDULED_FOR_NEXT_WINDOW: "nextWindow",
  ATLAS_MAINTENANCE_START_ASAP: "running",
  MAINTENANCE_STARTED: "running",
  MAINTENANCE_COMPLETED: "over",
  MAINTENANCE_NO_LONGER_NEEDED: "over",
  ATLAS_MAINTENANCE_RESET_BY_ADMIN: "over"
};
var MAINTENANCE_EVENT_TYPES = Object.keys(MEANINGS);
var EVENTS_LOOKBACK_MS = 48 * DAY;
function maintenanceState(events, window, now) {
  const notes = [];
  const asap = window?.startASAP === true;
  if (events === void 0) {
    const reason2 = "the project's events could not be read";
    return { state: { kind: "unknown", reason: reason2, ...asap && { since: now } }, notes };
  }
  const { running, plan } = tell(events, window, now, notes);
  const next = plan && window && planned(plan, window, notes);
  if (running !== void 0) return { state: { kind: "running", ...running, ...next && { next } }, notes };
  if (asap) {
    notes.push(
      `The window says that maintenance was asked to start at once and has not completed (startASAP), while the events show ${plan ? "it only scheduled" : "none"}: it is taken to run.`
    );
    return { state: { kind: "running", since: now, by: "startASAP" }, notes };
  }
  if (next !== void 0) return { state: next, notes };
  if (plan !== void 0) {
    return {
      state: { kind: "unknown", reason: "maintenance is announced, and no window tells its start" },
      notes
    };
  }
  if (window !== void 0 && window.numberOfDeferrals > 0) {
    const reason2 = `the window counts ${times(window.numberOfDeferrals)}, while the events show nothing scheduled`;
    notes.push(`Whether maintenance is scheduled is unknown: ${reason2}.`);
    return { state: { kind: "unknown", reason: reason2 }, notes };
  }
  return { state: { kind: "none" }, notes };
}
function tell(events, window, now, notes) {
  const heard = events.filter((event) => Object.hasOwn(MEANINGS, event.eventTypeName));
  const early = heard.filter((event) => event.created > now);
  if (early.length > 0) {
    notes.push(
      `${listed(early.map((event) => event.eventTypeName))}: dated later than now, so an end is not believed yet and the rest is taken to be of now.`
    );
  }
  const told = heard.filter((event) => event.created <= now || MEANINGS[event.eventTypeName] !== "over").map((event) => ({ ...event, created: Math.min(event.created, now) }));
  const moments = Map.groupBy(told, (event) => event.created);
  return [...moments.keys()].sort((a, b) => a - b).reduce((story, at) => tellMoment(story, moments.get(at) ?? [], window), {});
}
function tellMoment(story, events, window) {
  const hear = (heard, meaning) => {
    const event = events.find(({ eventTypeName }) => MEANINGS[eventTypeName] === meaning);
    return event === void 0 ? heard : READINGS[meaning](heard, event, (at) => startAfter(window, at));
  };
  const left = hear(story, "over");
  const plans = left.plan ? ["deferred", "announced"] : ["announced", "deferred"];
  return [...plans, "nextWindow", "running"].reduce(hear, left);
}
var READINGS = {
  // Scheduled for the first start after the announcement. What runs already goes on running.
  announced: (story, event, startAfter2) => ({ ...story, plan: setStart(story, event, startAfter2) }),
  // The scheduled start moves one week later. Without an announcement it was the first start from then on.
  deferred: (story, event, startAfter2) => {
    const { starts, byHand, announced } = story.plan ?? setStart(story, event, startAfter2);
    const start = startAfter2(starts.at(-1) ?? starts[0]);
    return {
      ...story,
      plan: {
        announced,
        starts: [...starts, start],
        byHand: byHand + (event.eventTypeName === "ATLAS_MAINTENANCE_DEFERRED" ? 1 : 0),
        by: event.eventTypeName
      }
    };
  },
  // Scheduled for the next start, also what was to start at once.
  nextWindow: (story, event, startAfter2) => ({ plan: setStart(story, event, startAfter2) }),
  running: ({ running }, { created, eventTypeName }) => ({
    running: running ?? { since: created, by: eventTypeName }
  }),
  // One end ends one maintenance: what was announced while another ran is still to come.
  over: ({ running, plan }) => running && plan ? { plan } : {}
};
function setStart({ plan }, event, startAfter2) {
  const start = startAfter2(event.created);
  const [, ...deferred] = plan?.starts ?? [];
  return {
    announced: plan?.announced ?? event.created,
    starts: [start, ...deferred.map(() => start)],
    byHand: plan?.byHand ?? 0,
    by: event.eventTypeName
  };
}
var startAfter = (window, at) => window === void 0 ? at : nextWeeklyStart(window, at + 1);
function planned(plan, { numberOfDeferrals }, notes) {
  const seen = plan.starts.length - 1;
  const fewer = numberOfDeferrals < plan.byHand;
  if (fewer || numberOfDeferrals > seen) {
    notes.push(
      `The window counts ${times(numberOfDeferrals)}, the events show ${times(seen)}: the earlier start is taken.`
    );
  }
  const deferrals = fewer ? numberOfDeferrals : seen;
  const { announced, by } = plan;
  return { kind: "scheduled", start: plan.starts[deferrals] ?? plan.starts[0], announced, deferrals, by };
}
var times = (count2) => count2 === 1 ? "one deferral" : `${count2} deferrals`;

// src/operations/gate.ts
function gate(task, maintenanceDuration) {
  let deploys;
  const look = async (project) => {
    const { window, events, now } = await observe(project);
    deploys ??= deploysAt(task.deploy, now);
    const set = window.configured ? window : void 0;
    const { state, notes } = maintenanceState(events, set, now);
    for (const note of notes) project.log.info(note);
    const { blockOn } = task;
    const judgement = judge({ window: set, state, deploys, maintenanceDuration, blockOn, now });
    return { window, now, deploys, state, judgement };
  };
  const judged = (view) => ({ did: "judged", view, verdict: verdictOf(view, task.onOverlap) });
  return async (project) => {
    const view = await look(project);
    if (task.onOverlap !== "defer" || !scheduledOverlaps(view, maintenanceDuration)) return judged(view);
    if (project.dryRun) return { ...judged(view), deferral: "wouldDefer" };
    try {
      await deferOnce(project, requireWindow(view.window));
    } catch (error2) {
      if (!(error2 instanceof AtlasError) || error2.outcome !== "refused") throw error2;
      return { ...judged(view), deferral: error2 };
    }
    return { ...judged(await look(project)), deferral: "deferred" };
  };
}
var scheduledOverlaps = ({ state, deploys, now }, maintenanceDuration) => state.kind === "scheduled" && deploys.some((deploy) => overlaps(deploy, scheduledInterval(state, maintenanceDuration, now)));
async function observe(project) {
  const { atlas, outcome } = project;
  const window = await read(project);
  const query = { eventTypes: MAINTENANCE_EVENT_TYPES, minDate: atlas.now() - EVENTS_LOOKBACK_MS };
  const events = await atlas.listEvents(outcome.groupId, query).catch((error2) => {
    if (!(error2 instanceof AtlasError) || project.deadline.signal.aborted) throw error2;
    outcome.warnings.push(
      `Whether maintenance is scheduled or running is unknown, so every weekly start of the window counts: the project's events could not be read. ${error2.message}.`
    );
    return void 0;
  });
  return { window, events, now: atlas.now() };
}
function deploysAt(deploy, now) {
  try {
    return resolveDeploys(deploy, now);
  } catch (error2) {
    if (!(error2 instanceof RangeError)) throw error2;
    throw new AtlasError({
      code: "NO_DEPLOY",
      message: error2.message.replace(/\.$/, ""),
      outcome: "refused"
    });
  }
}
function verdictOf({ judgement, window }, onOverlap) {
  if (judgement.overlap) return onOverlap === "warn" ? "warn" : onOverlap === "ignore" ? "pass" : "fail";
  return window.configured ? "pass" : "warn";
}

// src/operations/get.ts
async function get(project) {
  await read(project);
  return { did: "read" };
}

// src/operations/reset.ts
async function reset(project) {
  const { atlas, outcome } = project;
  if (project.dryRun) {
    const window = await read(project);
    return window.configured ? { did: "wouldSend", method: "DELETE", path: windowPath(outcome.groupId) } : { did: "nothing", because: "noWindow" };
  }
  try {
    await atlas.resetWindow(outcome.groupId);
  } catch (error2) {
    const none = error2 instanceof AtlasError && error2.outcome === "refused" && error2.code === "ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED";
    if (!none) throw error2;
    if ((await read(project)).configured) throw error2;
    return { did: "nothing", because: "noWindow" };
  }
  outcome.changed = true;
  if ((await read(project)).configured)
    throw new AtlasError({
      code: "RESET_NOT_TAKEN",
      message: "Atlas accepted the reset, but a read afterwards still shows a window: look at the project in Atlas before you rely on it",
      outcome: "unknown"
    });
  return { did: "reset" };
}

// src/operations/update.ts
async function update(project, wish) {
  const before = await read(project);
  const patch = wish === "startASAP" ? startPatch(requireWindow(before)) : settingsPatch(before, wish);
  if (patch === void 0) return { did: "nothing", because: "alreadySo" };
  const { atlas, outcome } = project;
  if (project.dryRun)
    return {
      did: "wouldSend",
      method: "PATCH",
      path: windowPath(outcome.groupId),
      body: JSON.stringify(patch)
    };
  try {
    await atlas.updateWindow(outcome.groupId, patch);
  } catch (error2) {
    if (!(error2 instanceof AtlasError) || error2.code !== "ATLAS_MAINTENANCE_NOT_SCHEDULED") throw error2;
    if (!(await read(project)).startASAP) throw error2;
  }
  outcome.changed = true;
  const after = await read(project);
  if ((wish === "startASAP" ? startPatch(requireWindow(after)) : settingsPatch(after, wish)) !== void 0)
    throw new AtlasError({
      code: "UPDATE_NOT_TAKEN",
      message: "Atlas accepted the update, but a read afterwards does not show it: another change may have come between; look at the project in Atlas and run the step again",
      outcome: "unknown"
    });
  const deferralsReset = wish !== "startASAP" && before.configured ? before.numberOfDeferrals : 0;
  return { did: "updated", patch, deferralsReset };
}
var startPatch = (window) => window.startASAP ? void 0 : { startASAP: true };
function settingsPatch(now, wish) {
  const current = now.configured ? now : void 0;
  const dayOfWeek2 = wish.dayOfWeek ?? current?.dayOfWeek;
  const hourOfDay2 = wish.hourOfDay ?? current?.hourOfDay;
  if (dayOfWeek2 === void 0 || hourOfDay2 === void 0)
    throw new AtlasError({
      code: "ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED",
      message: "The project has no maintenance window yet, so the first update has to give both dayOfWeek and hourOfDay",
      outcome: "refused"
    });
  const hours2 = wish.protectedHours;
  const differing = {
    ...wish.autoDeferOnceEnabled === void 0 || wish.autoDeferOnceEnabled === current?.autoDeferOnceEnabled ? {} : { autoDeferOnceEnabled: wish.autoDeferOnceEnabled },
    ...hours2 === void 0 || sameHours(hours2, current?.protectedHours) ? {} : { protectedHours: hours2 ?? {} },
    ...wish.waveAssignment === void 0 || wish.waveAssignment === (current?.waveAssignment ?? null) ? {} : { waveAssignment: wish.waveAssignment }
  };
  const same = Object.keys(differing).length === 0 && dayOfWeek2 === current?.dayOfWeek && hourOfDay2 === current.hourOfDay;
  return same ? void 0 : { dayOfWeek: dayOfWeek2, hourOfDay: hourOfDay2, ...differing };
}
var sameHours = (a, b) => a?.startHourOfDay === b?.startHourOfDay && a?.endHourOfDay === b?.endHourOfDay;

// src/report/words.ts
var MOST_DEFERRALS = 2;
var DAYS4 = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
var dayName = (dayOfWeek2) => DAYS4[dayOfWeek2 - 1] ?? `day ${dayOfWeek2}`;
var hourText = (hourOfDay2) => `${String(hourOfDay2).padStart(2, "0")}:00`;
var weekly = (window) => `every ${dayName(window.dayOfWeek)} at ${hourText(window.hourOfDay)} (${plain(window.timeZoneId, 60)})`;
function zonesOf(window, { gate: gate2 }) {
  return [...new Set([window?.timeZoneId, gate2?.zone.id, "UTC"].filter((zone2) => zone2 !== void 0))];
}
var floorMinute = (at) => Math.floor(at / MINUTE) * MINUTE;
var ceilMinute = (at) => Math.ceil(at / MINUTE) * MINUTE;
var inZones = (at, zones) => aside(zones.map((zone2) => formatInZone(floorMinute(at), zone2)));
var spanInZones = (interval, zones) => aside(zones.map((zone2) => `${span(interval, zone2)} ${zone2}`));
function aside(texts) {
  let date2;
  const [first = "", ...others] = texts.map((text) => {
    const said = text.replace(DATE, (found) => found === date2 ? "" : found);
    date2 = text.match(DATES)?.at(-1);
    return said;
  });
  return others.length === 0 ? first : `${first} (${others.join(", ")})`;
}
var DATE = /^\w{3} \d{4}-\d{2}-\d{2} /;
var DATES = /\w{3} \d{4}-\d{2}-\d{2} /g;
var moment = (at, zone2) => formatInZone(at, zone2).slice(0, -zone2.length - 1);
function span({ start, end }, zone2) {
  const [from, to] = [moment(floorMinute(start), zone2), moment(ceilMinute(end), zone2)];
  return `${from} to ${from.match(DATE)?.[0] === to.match(DATE)?.[0] ? to.replace(DATE, "") : to}`;
}
function ago(ms) {
  const minutes = Math.max(0, Math.round(ms / MINUTE));
  if (minutes < 120) return `${minutes} min`;
  return minutes < 72 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
}
var sentence = (text) => /[.!?…]$/.test(text) ? text : `${text}.`;
var times2 = (count2) => count2 === 1 ? "once" : count2 === 2 ? "twice" : `${count2} times`;
var messageOf = (outcome, context) => sentencesOf(outcome, context).join(" ");
function sentencesOf(outcome, context) {
  if (outcome.error) return [sentence(outcome.error.message)];
  const { done, window } = outcome;
  if (done === void 0 || window === void 0) return ["The project was not reached."];
  if (done.did === "judged") {
    const block = blockOf(done.view, context);
    return block ? blocked(done, block, context) : clear(done, context);
  }
  if (done.did === "wouldSend")
    return [
      `Dry run: would send ${done.method} ${done.path}${done.body === void 0 ? "" : ` with ${done.body}`}.`,
      "Nothing was changed."
    ];
  if (!window.configured)
    return done.did === "reset" ? ["The maintenance window was removed: Atlas now starts maintenance whenever it chooses."] : ["No maintenance window is set: Atlas starts maintenance whenever it chooses."];
  switch (done.did) {
    case "read":
    case "reset":
      return [`The maintenance window starts ${weekly(window)}.`];
    case "updated":
      return done.patch.startASAP ? ["The scheduled maintenance was told to start as soon as possible."] : [
        `The maintenance window was updated; it starts ${weekly(window)}.`,
        ...resetText(done.deferralsReset)
      ];
    case "deferred":
      return [`The scheduled maintenance was deferred by one week. ${usedText(window)}`];
    case "toggled":
      return window.autoDeferOnceEnabled ? ["Automatic deferral was switched on: Atlas defers every maintenance once, by one week."] : ["Automatic deferral was switched off."];
    case "nothing":
      return done.because === "nothingScheduled" ? ["No maintenance is scheduled, so there was nothing to defer."] : ["Nothing to change: the project is as asked.", `The maintenance window starts ${weekly(window)}.`];
  }
}
var usedText = ({ numberOfDeferrals }) => `Deferrals used: ${numberOfDeferrals} of ${MOST_DEFERRALS}.`;
function resetText(count2) {
  if (count2 === 0) return [];
  return [`The update reset the ${count2 === 1 ? "one deferral" : `${count2} deferrals`} used so far.`];
}
function blockOf({ judgement, state, now }, { maintenanceDuration }) {
  const { block } = judgement;
  if (block === void 0 || state.kind !== "running") return block;
  const running = { start: state.since, end: Math.max(state.since, now) + maintenanceDuration };
  return overlaps(running, block.deploy) ? { ...block, reason: "running", maintenance: running } : block;
}
function clear({ view, deferral }, context) {
  const { window } = view;
  const zones = zonesOf(window, context);
  if (!window.configured)
    return [
      "No maintenance window is set, so Atlas may start maintenance at any time.",
      `Whether it would meet ${subject(context)} cannot be known.`,
      ...stateTexts(view, zones),
      "Set a window: operation `update` with dayOfWeek and hourOfDay."
    ];
  return [
    deferral === "deferred" ? `Clear: the scheduled maintenance was deferred by one week, and ${subject(context)} now meets none.` : `Clear: ${subject(context)} meets no maintenance.`,
    ...deferral === "deferred" ? [usedText(window)] : [],
    deployText(view, void 0, context, zones),
    ...stateTexts(view, zones),
    ...nextText(view, zones)
  ];
}
function blocked(done, block, context) {
  const { view, verdict: verdict2, deferral } = done;
  const { window } = view;
  const zones = zonesOf(window, context);
  const head = { fail: "Blocked", warn: "Warning", pass: "Overlap ignored" }[verdict2];
  return [
    `${head}: ${clause(block, deferral === "deferred", context)}.`,
    deployText(view, block, context, zones),
    ...deferral === "deferred" ? [deferredText(view, zones)] : [],
    maintenanceText(done, block, context, zones),
    ...window.configured ? [] : ["No maintenance window is set."],
    ...undeferredTexts(done, block, context),
    clearText(view, context, zones),
    ...verdict2 === "fail" ? adviceTexts(done, block, context, zones) : [],
    ...verdict2 === "fail" ? [] : [`\`onOverlap: ${context.gate?.onOverlap}\` lets the step pass.`]
  ];
}
var subject = ({ gate: gate2 }) => gate2?.deploy.kind === "standing" ? "the standing deploy window" : "the deploy";
function clause(block, deferred, context) {
  if (block.reason === "tooEarly")
    return `it is too early to know whether maintenance will meet ${subject(context)}`;
  const what = {
    running: "maintenance that is running",
    scheduled: "maintenance that Atlas has scheduled",
    weekly: "the weekly maintenance window"
  }[block.reason];
  const still = deferred ? "although the scheduled maintenance was deferred, " : "";
  return `${still}${subject(context)} would${deferred ? " still" : ""} meet ${what}`;
}
function deployText({ deploys, now }, block, context, zones) {
  const line = block?.deployLine === void 0 ? "" : `, from the line ${quoted(block.deployLine)}`;
  if (context.gate?.deploy.kind === "standing")
    return block === void 0 ? "All its deploys of the next 53 weeks were judged." : `Of the next 53 weeks, the first deploy concerned is ${spanInZones(block.deploy, zones)}${line}.`;
  const deploy = block?.deploy ?? deploys[0];
  if (deploy === void 0) return "There is no deploy.";
  return deploy.end <= now ? `The deploy lies in the past, ${spanInZones(deploy, zones)}: check deployStart if another was meant.` : `The deploy runs ${spanInZones(deploy, zones)}.`;
}
function maintenanceText(done, block, context, zones) {
  const { view } = done;
  const { state, now } = view;
  const start = inZones(block.maintenance.start, zones);
  const lasts = `assumed to last ${formatDuration(context.maintenanceDuration)}`;
  switch (block.reason) {
    case "running":
      return state.kind === "running" && state.by !== "startASAP" ? `The maintenance has been running since ${start}, and Atlas has not reported its end.` : "The maintenance was told to start as soon as possible and has not completed.";
    case "scheduled":
      return block.maintenance.start > now ? `The maintenance starts ${start} and is ${lasts}; it was ${howKnown(plannedOf(view), now)}.` : `The maintenance should have started ${start}; Atlas has reported neither its start nor its end.`;
    case "tooEarly":
      return `The weekly window starts ${start}, and maintenance is ${lasts}. Nothing is announced for that start yet: Atlas announces 72 to 48 hours ahead.`;
    case "weekly":
      return `The weekly window starts ${start}, and maintenance is ${lasts}. ${weeklyText(done, block, zones)}`;
  }
}
function weeklyText({ view, deferral }, block, zones) {
  const { state, now } = view;
  const counts = "with `blockOn: window` every weekly start counts";
  switch (state.kind) {
    case "unknown":
      return `Whether maintenance is scheduled is unknown (${plain(state.reason)}), so every weekly start counts.`;
    case "running":
      return `Other maintenance is running, and ${counts}.`;
    case "scheduled":
      if (deferral === "deferred") return `This start is free now, but ${counts}.`;
      return state.start <= now ? `Maintenance announced for ${inZones(state.start, zones)} is overdue and may come with any weekly start.` : `Atlas has scheduled maintenance for another start, ${inZones(state.start, zones)}, but ${counts}.`;
    case "none":
      return block.maintenance.start - now < ANNOUNCED_BEFORE ? `Nothing is announced for that start, but ${counts}.` : `Nothing is announced yet (Atlas announces 72 to 48 hours ahead), and ${counts}.`;
  }
}
function plannedOf({ state }) {
  const planned2 = state.kind === "running" ? state.next : state;
  return planned2?.kind === "scheduled" ? planned2 : void 0;
}
function howKnown(planned2, now) {
  if (planned2 === void 0) return "announced";
  return listed([
    `announced ${ago(now - planned2.announced)} ago`,
    ...planned2.deferrals === 0 ? [] : [`deferred ${times2(planned2.deferrals)}`]
  ]);
}
function stateTexts(view, zones) {
  const { state, window, now } = view;
  switch (state.kind) {
    case "none":
      return window.configured ? ["Atlas has announced no maintenance."] : [];
    case "scheduled":
      return [`Maintenance is scheduled for ${inZones(state.start, zones)}, ${howKnown(state, now)}.`];
    case "running":
      return [
        `Maintenance has been running since ${inZones(state.since, zones)}.`,
        ...state.next ? [`More is scheduled for ${inZones(state.next.start, zones)}.`] : []
      ];
    case "unknown":
      return [`Whether maintenance is scheduled is unknown: ${sentence(plain(state.reason))}`];
  }
}
function nextText(view, zones) {
  const { nextStart } = view.judgement;
  return nextStart === void 0 || nextStart === plannedOf(view)?.start ? [] : [`The weekly window next starts ${inZones(nextStart, zones)}.`];
}
function deferredText(view, zones) {
  const to = plannedOf(view);
  const used = view.window.configured ? ` ${usedText(view.window)}` : "";
  return `The scheduled maintenance was deferred by one week${to ? `, to ${inZones(to.start, zones)}` : ""}.${used}`;
}
function undeferredTexts({ view, deferral }, block, { gate: gate2 }) {
  if (deferral instanceof AtlasError) return [`It could not be deferred: ${sentence(deferral.message)}`];
  if (deferral === "wouldDefer")
    return [
      "Dry run: would defer the scheduled maintenance by one week and look again. Nothing was changed."
    ];
  if (deferral === "deferred" || gate2?.onOverlap !== "defer") return [];
  const because = block.reason === "running" ? "maintenance that runs cannot be deferred" : {
    none: "nothing is scheduled that could be deferred",
    scheduled: "the deploy does not meet the scheduled maintenance",
    running: "the deploy does not meet scheduled maintenance",
    unknown: "it is unknown whether maintenance is scheduled"
  }[view.state.kind];
  return [`\`onOverlap: defer\` cannot help here: ${because}.`];
}
function clearText({ judgement, state }, { gate: gate2 }, zones) {
  const standing = gate2?.deploy.kind === "standing";
  if (judgement.clearAt === void 0)
    return standing ? "None of its deploys in the next 53 weeks is clear." : "Within the next 53 weeks no start is clear for a deploy of this length.";
  const at = inZones(ceilMinute(judgement.clearAt), zones);
  if (standing) return `Its next deploy that is clear starts ${at}.`;
  return `A deploy of the same length is clear from ${at}${state.kind === "running" ? ", if the maintenance has ended by then" : ""}.`;
}
function adviceTexts(done, block, context, zones) {
  const { view } = done;
  const standing = context.gate?.deploy.kind === "standing";
  const move = standing ? "Change the deploy window or the maintenance window" : "Move the deploy";
  switch (block.reason) {
    case "running":
      return ["Run the gate again once Atlas reports the maintenance completed."];
    case "tooEarly":
      return [
        standing || block.knownFrom === void 0 ? `${move}.` : `Ask again from ${inZones(ceilMinute(block.knownFrom), zones)} on, or move the deploy.`
      ];
    case "scheduled":
      return [`${move}${deferAdvice(done, block, zones)}.`];
    case "weekly":
      return [
        `${move}${passesScheduled(view, context) ? `, or set \`blockOn: scheduled\`, under which ${standing ? "it" : "this deploy"} would pass` : ""}.`
      ];
  }
}
function deferAdvice({ view, deferral }, block, zones) {
  if (deferral !== void 0 || !view.window.configured) return "";
  if (view.window.numberOfDeferrals >= MOST_DEFERRALS)
    return `: the maintenance was deferred ${times2(view.window.numberOfDeferrals)} already, and Atlas allows no more`;
  const last = block.maintenance.start - ANNOUNCED_BEFORE;
  return view.now < last ? `, or defer the maintenance by a week (\`onOverlap: defer\`), which Atlas allows until ${inZones(last, zones)}` : ": it is too late to defer the maintenance, which Atlas allows only until 48 hours before the start";
}
function passesScheduled(view, { gate: gate2, maintenanceDuration }) {
  if (gate2?.blockOn !== "window") return false;
  const window = view.window.configured ? view.window : void 0;
  return !judge({ ...view, window, maintenanceDuration, blockOn: "scheduled" }).overlap;
}
function shortText(outcome, context) {
  const [first] = sentencesOf(outcome, context);
  const { done } = outcome;
  const judgement = done?.did === "judged" && done.verdict !== "pass" ? done.view.judgement : void 0;
  const zone2 = context.gate?.zone.id ?? "UTC";
  const shown = (at) => formatInZone(ceilMinute(at), zone2);
  if (judgement?.block === void 0) return first;
  if (judgement.block.knownFrom !== void 0)
    return `${first} Ask again from ${shown(judgement.block.knownFrom)}.`;
  return judgement.clearAt === void 0 ? first : `${first} Clear from ${shown(judgement.clearAt)}.`;
}
var firstLine = (message) => (message.split("\n")[0] ?? "").replace(/:$/, ".");
function settingLines({ window }, context) {
  if (window === void 0) return [];
  return settings(window, context).map(([name, value]) => `${name}: ${value}`);
}
function settings(window, context) {
  if (!window.configured) return [["Maintenance window", "none set"]];
  const next = nextWeeklyStart(window, context.now);
  const rows = [
    ["Maintenance window", weekly(window)],
    ["Next start", inZones(next, zonesOf(window, context))],
    ["Deferrals used", `${window.numberOfDeferrals} of ${MOST_DEFERRALS}`],
    ["Automatic deferral", window.autoDeferOnceEnabled ? "on" : "off"],
    ["Start as soon as possible", window.startASAP ? "asked for" : void 0],
    ["Protected hours", window.protectedHours && protectedText(window.protectedHours)],
    ["Wave", window.waveAssignment?.toString()],
    ["Wave in force", window.effectiveWaveAssignment?.toString()]
  ];
  return rows.filter((row2) => row2[1] !== void 0);
}
var protectedText = (hours2) => `${hourText(hours2.startHourOfDay)} to ${hourText(hours2.endHourOfDay)}`;

// src/report/outputs.ts
function toResult(outcome, context) {
  const { window, done } = outcome;
  const set = window?.configured ? window : void 0;
  const view = done?.did === "judged" ? done.view : void 0;
  const judgement = view?.judgement;
  const zone2 = set?.timeZoneId ?? "UTC";
  const nextStart = set && nextWeeklyStart(set, context.now);
  const clearAt = judgement?.clearAt === void 0 ? void 0 : Math.ceil(judgement.clearAt / SECOND) * SECOND;
  return {
    groupId: outcome.groupId,
    configured: window?.configured ?? null,
    dayOfWeek: set?.dayOfWeek ?? null,
    hourOfDay: set?.hourOfDay ?? null,
    timeZoneId: window?.timeZoneId ?? null,
    autoDeferOnceEnabled: set?.autoDeferOnceEnabled ?? null,
    numberOfDeferrals: set?.numberOfDeferrals ?? null,
    startASAP: set?.startASAP ?? null,
    protectedHours: set?.protectedHours ? hoursText(set.protectedHours) : null,
    waveAssignment: set?.waveAssignment ?? null,
    effectiveWaveAssignment: set?.effectiveWaveAssignment ?? null,
    window: window ? withoutConfigured(window) : null,
    changed: outcome.changed,
    deferred: outcome.deferred,
    nextStart: nextStart === void 0 ? null : toIso(nextStart, zone2),
    nextEnd: nextStart === void 0 ? null : toIso(nextStart + context.maintenanceDuration, zone2),
    maintenanceState: view?.state.kind ?? null,
    scheduledStart: judgement?.scheduledStart === void 0 ? null : toIso(judgement.scheduledStart, zone2),
    overlap: judgement?.overlap ?? null,
    // A gate that could not judge is closed.
    verdict: done?.did === "judged" ? done.verdict : context.gate && outcome.error ? "fail" : null,
    clearAt: clearAt === void 0 ? null : toIso(clearAt, context.gate?.zone.id ?? "UTC"),
    secondsUntilClear: clearAt === void 0 ? null : Math.max(0, Math.ceil((clearAt - context.now) / SECOND)),
    message: messageOf(outcome, context),
    error: outcome.error ?? null
  };
}
var hoursText = (hours2) => `${hours2.startHourOfDay}-${hours2.endHourOfDay}`;
function withoutConfigured({ configured: _, ...answer }) {
  return answer;
}
var OUTPUTS = [
  "groupId",
  "configured",
  "dayOfWeek",
  "hourOfDay",
  "timeZoneId",
  "autoDeferOnceEnabled",
  "numberOfDeferrals",
  "startASAP",
  "protectedHours",
  "waveAssignment",
  "effectiveWaveAssignment",
  "window",
  "changed",
  "deferred",
  "nextStart",
  "nextEnd",
  "maintenanceState",
  "scheduledStart",
  "overlap",
  "verdict",
  "clearAt",
  "secondsUntilClear",
  "message",
  "results"
];
function toOutputs(results, message) {
  const [single2, ...more] = results;
  const shown = single2 !== void 0 && more.length === 0 ? single2 : together(results);
  const all = { ...shown, message, results };
  return new Map(OUTPUTS.map((name) => [name, outputText(all[name])]));
}
function together(results) {
  if (results.length === 0) return {};
  const clear2 = results.map((result) => result.clearAt);
  const latest = clear2.every((at) => at !== null) ? results.reduce((a, b) => Date.parse(a.clearAt ?? "") >= Date.parse(b.clearAt ?? "") ? a : b) : void 0;
  const overlaps2 = results.map((result) => result.overlap);
  return {
    changed: results.some((result) => result.changed),
    deferred: results.some((result) => result.deferred),
    // One that is not known leaves the whole unknown, unless another overlaps for certain.
    overlap: overlaps2.includes(true) ? true : overlaps2.includes(null) ? null : false,
    verdict: ["fail", "warn", "pass"].find(
      (verdict2) => results.some((result) => result.verdict === verdict2)
    ),
    clearAt: latest?.clearAt,
    secondsUntilClear: latest?.secondsUntilClear
  };
}
var outputText = (value) => value === null || value === void 0 ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);

// src/report/github.ts
import { createHash as createHash2 } from "node:crypto";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep2 } from "node:timers/promises";

// src/report/markdown.ts
var ZERO_WIDTH_SPACE = "&#8203;";
var escaped = (text) => text.replace(/[&<>`\\*_[\]#|~$]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/@|&#35;|:(?=\/\/)|www(?=\.)/gi, `$&${ZERO_WIDTH_SPACE}`).replace(/\r?\n/g, "<br>");
var prose = (text) => escaped(text).replace(/&#96;((?:(?!&#96;|<br>).)+)&#96;/g, "<code>$1</code>");
var link = (text, url) => `[${escaped(text)}](${url.replace(/[()\\`|*_~$&'"<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;
var alert = (kind, paragraphs) => [`[!${kind}]`, paragraphs.join("\n\n")].join("\n").split("\n").map((line) => line === "" ? ">" : `> ${line}`).join("\n");
var table = (head, rows) => [head, head.map(() => ":--"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
var details = (summary3, body) => `<details>
<summary>${summary3}</summary>

${body}

</details>`;

// src/report/github.ts
var TITLE = "Atlas maintenance gate";
var MOST_DESCRIPTION = 140;
var MOST_COMMENT = 65e3;
async function publish(sink, inputs, publication, { env, deadline }) {
  const { commitStatusContext: context, commentOnPullRequest: when } = inputs;
  const attempt = async (doing, permission, work) => {
    try {
      const run2 = await thisRun(env);
      const api = await connect(inputs.token, env, deadline);
      sink.info(
        await retry2(
          () => work(api, run2),
          deadline,
          (line) => sink.info(line)
        )
      );
    } catch (error2) {
      sink.warning(warningText(doing, permission, failureOf(error2), deadline), { title: TITLE });
    }
  };
  if (context !== void 0)
    await attempt(
      "publish the commit status",
      "statuses",
      (api, run2) => setStatus(api, run2, context, publication)
    );
  if (when !== "never")
    await attempt(
      "comment on the pull request",
      "pull-requests",
      (api, run2) => comment(api, run2, when === "always" || publication.inTheWay, publication)
    );
}
async function connect(token, env, { signal }) {
  const { defaults, getOctokitOptions, GitHub } = await import("./utils-D5B2XKNV.js");
  const silent = () => {
  };
  const options = getOctokitOptions(token, {
    baseUrl: env.GITHUB_API_URL || "https://api.github.com",
    userAgent: "atlas-maintenance-gate",
    // Among the defaults is the way through a proxy. A redirect could carry the token elsewhere: none is followed.
    request: { ...defaults.request, signal, redirect: "manual" },
    log: { debug: silent, info: silent, warn: silent, error: silent }
  });
  return new GitHub(options).rest;
}
var pullRequestEvent = object({
  pull_request: object({ number: number(), head: object({ sha: string() }) })
});
var commentEvent = object({ issue: object({ number: number(), pull_request: object({}) }) });
async function thisRun(env) {
  const event = await readEvent(env.GITHUB_EVENT_PATH);
  const [owner, repo] = (env.GITHUB_REPOSITORY ?? "").split("/");
  if (!owner || !repo || !env.GITHUB_SHA)
    throw new Error(
      "GITHUB_REPOSITORY and GITHUB_SHA tell what to write to, and this runner does not set them"
    );
  const run2 = {
    owner,
    repo,
    url: `${env.GITHUB_SERVER_URL || "https://github.com"}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID}`,
    place: [env.GITHUB_WORKFLOW ?? "", env.GITHUB_JOB ?? "", env.GITHUB_ACTION ?? ""]
  };
  if (is(pullRequestEvent, event))
    return { ...run2, sha: event.pull_request.head.sha, pullRequest: event.pull_request.number };
  const sha = env.GITHUB_SHA;
  return is(commentEvent, event) ? { ...run2, sha, pullRequest: event.issue.number } : { ...run2, sha };
}
async function readEvent(path) {
  try {
    return path ? JSON.parse(await readFile(path, "utf8")) : void 0;
  } catch {
    return void 0;
  }
}
async function setStatus(api, { owner, repo, sha, url }, context, { state, description }) {
  checked(
    await api.repos.createCommitStatus({
      owner,
      repo,
      sha,
      state,
      context,
      description: shortened(plain(description, 1e3), MOST_DESCRIPTION),
      target_url: url
    })
  );
  return `Commit status ${plain(context)}: ${state}, on ${plain(sha, 40)}.`;
}
async function comment(api, run2, create, { comment: text, groupIds }) {
  const { owner, repo, pullRequest: issue_number } = run2;
  if (issue_number === void 0)
    return "commentOnPullRequest: this run belongs to no pull request, so there is none to comment on.";
  const marker = markerOf([...run2.place, ...groupIds]);
  const body = `${marker}
${text(MOST_COMMENT)}
<sub>From ${link("this run", run2.url)}; the next one updates it.</sub>
`;
  const on = `pull request ${issue_number}`;
  const found = await findComment(api, { owner, repo, issue_number }, marker);
  if (found !== void 0) {
    checked(await api.issues.updateComment({ owner, repo, comment_id: found, body }));
    return `Updated the comment on ${on}.`;
  }
  if (!create) return `Nothing stands in the way, and ${on} has no comment to update.`;
  checked(await api.issues.createComment({ owner, repo, issue_number, body }));
  return `Commented on ${on}.`;
}
var markerOf = (key) => `<!-- atlas-maintenance-gate ${createHash2("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 20)} -->`;
var PER_PAGE = 100;
async function findComment(api, issue2, marker) {
  const byPeople = [];
  for (let page2 = 1; ; page2 += 1) {
    const { data } = checked(await api.issues.listComments({ ...issue2, per_page: PER_PAGE, page: page2 }));
    for (const { id, body, user } of data) {
      if (!body?.startsWith(marker) || user === null) continue;
      if (user.type === "Bot") return id;
      byPeople.push({ id, author: user.id });
    }
    if (data.length < PER_PAGE) break;
  }
  if (byPeople.length === 0) return void 0;
  const me = await api.users.getAuthenticated().then((answer) => checked(answer).data.id).catch(() => void 0);
  return me === void 0 ? void 0 : byPeople.find(({ author }) => author === me)?.id;
}
function checked(answer) {
  if (answer.status >= 300)
    throw new Error(`it answered with a redirect (${answer.status}), which is not followed`);
  return answer;
}
function shortened(text, most) {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const end = cut.lastIndexOf(" ");
  return `${cut.slice(0, end > most / 2 ? end : void 0).replace(/[\s.,;:([]+$|[\ud800-\udbff]$/, "")}…`;
}
var clientError = object({ name: literal("HttpError"), status: number() });
var answered = object({ response: object({ headers: record(string(), unknown()) }) });
function failureOf(error2) {
  const text = error2 instanceof Error ? error2.message : String(error2);
  const message = plain(text.replace(/ - https:\/\/\S+$/, ""));
  if (!is(clientError, error2)) return { message, passing: false };
  const { status } = error2;
  if (!is(answered, error2)) return { message, passing: true };
  const wait = waitOf(error2.response.headers);
  const limited = status === 429 || status === 403 && (wait !== void 0 || /rate limit/i.test(message));
  return { message, status, passing: limited || status >= 500, ...wait === void 0 ? {} : { wait } };
}
function waitOf(headers) {
  const whole = (name) => {
    const text = String(headers[name] ?? "");
    return /^\d{1,10}$/.test(text) ? Number(text) : void 0;
  };
  const after = whole("retry-after");
  if (after !== void 0) return after * SECOND;
  const reset2 = whole("x-ratelimit-reset");
  return headers["x-ratelimit-remaining"] === "0" && reset2 !== void 0 ? Math.max(0, reset2 * SECOND - Date.now()) : void 0;
}
async function retry2(work, deadline, log) {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await work();
    } catch (error2) {
      const { passing, message, wait = SECOND * 2 ** (attempts - 1) } = failureOf(error2);
      if (!passing || deadline.signal.aborted || wait >= deadline.remaining()) throw error2;
      log(`GitHub: ${message}. Trying again in ${Math.ceil(wait / SECOND)} s.`);
      await sleep2(wait, void 0, { signal: deadline.signal });
    }
  }
}
function warningText(doing, permission, failure, { signal }) {
  const { status, message, passing } = failure;
  const start = `Could not ${doing}`;
  const stands = "The verdict stands without it.";
  if (signal.aborted) return `${start}: the time of the step was over. ${stands}`;
  const said = status === void 0 ? message : `GitHub answered ${status}, "${message}"`;
  if (status === 401) return `${start}: ${said}. Check githubToken. ${stands}`;
  if (passing || status !== 403 && status !== 404) return `${start}: ${said}. ${stands}`;
  return `${start}: ${said}. The token lacks a permission: give it to the job, beside those it has. (Workflows that a fork or Dependabot starts get a token that only reads.) ${stands}

permissions:
  ${permission}: write`;
}

// src/report/timeline.ts
var REASONS = {
  running: "Running",
  scheduled: "Scheduled",
  tooEarly: "Too early to know",
  weekly: "Weekly start"
};
var FURTHEST_CLEAR = 2 * WEEK;
var MOST_PROTECTED = 7 * DAY;
function barsOf(view, context) {
  const { deploys, judgement, state, window, now } = view;
  const { maintenanceDuration } = context;
  const block = blockOf(view, context);
  const { nextStart, clearAt } = judgement;
  const deploy = block?.deploy ?? deploys[0];
  if (deploy === void 0) return [];
  const maintenance = /* @__PURE__ */ new Map();
  const add = (label, interval, style) => {
    if (maintenance.has(interval.start)) return;
    if (block && style === void 0 && !overlaps(interval, around(block))) return;
    maintenance.set(interval.start, { section: "Maintenance", label, ...interval, ...style && { style } });
  };
  if (block) add(REASONS[block.reason], block.maintenance, "crit");
  if (state.kind === "running") {
    const end = Math.max(state.since, now) + maintenanceDuration;
    add(REASONS.running, { start: state.since, end });
  }
  const planned2 = plannedOf({ state });
  if (planned2) add(REASONS.scheduled, scheduledInterval(planned2, maintenanceDuration, now));
  if (nextStart !== void 0)
    add(REASONS.weekly, { start: nextStart, end: nextStart + maintenanceDuration });
  const bars = [
    { section: "Deploy", label: "Deploy", ...deploy, style: "active" },
    ...[...maintenance.values()].sort((a, b) => a.start - b.start)
  ];
  if (block && clearAt !== void 0 && clearAt - block.maintenance.end <= FURTHEST_CLEAR)
    bars.splice(1, 0, {
      section: "Deploy",
      label: "Clear from",
      start: clearAt,
      end: clearAt,
      style: "milestone"
    });
  const whole = hull(bars);
  if (window.configured && window.protectedHours && whole.end - whole.start <= MOST_PROTECTED) {
    const { startHourOfDay, endHourOfDay } = window.protectedHours;
    const line = {
      text: "",
      days: /* @__PURE__ */ new Set([0, 1, 2, 3, 4, 5, 6]),
      start: startHourOfDay * HOUR,
      end: (endHourOfDay > startHourOfDay ? endHourOfDay : endHourOfDay + 24) * HOUR
    };
    for (const interval of occurrences(line, window.timeZoneId, whole.start, whole.end))
      bars.push({ section: "Protected hours", label: "Protected hours", ...interval, style: "done" });
  }
  return bars;
}
var around = ({ deploy, maintenance }) => ({
  start: Math.min(deploy.start, maintenance.start) - DAY,
  end: Math.max(deploy.end, maintenance.end) + DAY
});
var hull = (bars) => ({
  start: bars.reduce((at, { start }) => Math.min(at, start), Number.POSITIVE_INFINITY),
  end: bars.reduce((at, { end }) => Math.max(at, end), Number.NEGATIVE_INFINITY)
});
var TICKS = [
  [HOUR, "1hour"],
  [2 * HOUR, "2hour"],
  [3 * HOUR, "3hour"],
  [6 * HOUR, "6hour"],
  [12 * HOUR, "12hour"],
  [DAY, "1day"],
  [2 * DAY, "2day"],
  [WEEK, "1week"]
];
var MOST_TICKS = 10;
function gantt(bars, zone2) {
  const { start, end } = hull(bars);
  const shown = offsetAt(zone2, start) === offsetAt(zone2, end) ? zone2 : "UTC";
  const clock2 = (at) => toIso(at, shown).slice(0, "YYYY-MM-DDTHH:mm".length).replace("T", " ");
  const [size, tick] = TICKS.find(([size2]) => (end - start) / size2 <= MOST_TICKS) ?? [WEEK, "1month"];
  const lines = [
    // Room for the sections' names, which Mermaid would let run into the bars.
    `%%{init: {"gantt": {"leftPadding": 110}}}%%`,
    "gantt",
    `  title Times in ${shown.replace(/[^\w/+ -]/g, " ")}`,
    "  dateFormat YYYY-MM-DD HH:mm",
    `  axisFormat ${size < DAY ? "%a %H:%M" : "%a %d %b"}`,
    `  tickInterval ${tick}`,
    "  todayMarker off"
  ];
  let section = "";
  for (const bar of bars) {
    if (bar.section !== section) lines.push(`  section ${bar.section}`);
    section = bar.section;
    const style = bar.style === void 0 ? "" : `${bar.style}, `;
    const from = bar.style === "milestone" ? ceilMinute(bar.start) : floorMinute(bar.start);
    lines.push(`    ${bar.label} :${style}${clock2(from)}, ${clock2(ceilMinute(bar.end))}`);
  }
  return lines.join("\n");
}

// src/report/summary.ts
var MOST_BYTES = 1e6;
var RESERVED_BYTES = 3e3;
var STANDINGS = [
  "failed",
  "blocked",
  "tooEarly",
  "warned",
  "dryRun",
  "ignored",
  "clear",
  "changed",
  "unchanged"
];
var MARKS = {
  failed: "❌ error",
  blocked: "⛔ blocked",
  tooEarly: "⏳ too early to know",
  warned: "⚠️ warning",
  dryRun: "📝 dry run",
  ignored: "⚠️ overlap ignored",
  clear: "✅ clear",
  changed: "✅ changed",
  unchanged: "✅ unchanged"
};
var ALERTS = {
  failed: "CAUTION",
  blocked: "CAUTION",
  tooEarly: "CAUTION",
  warned: "WARNING",
  dryRun: "NOTE",
  ignored: "NOTE",
  clear: "TIP",
  changed: "TIP",
  unchanged: "NOTE"
};
function standingOf({ error: error2, done, changed }) {
  if (error2 || done === void 0) return "failed";
  if (done.did === "wouldSend") return "dryRun";
  if (done.did !== "judged") return changed ? "changed" : "unchanged";
  const { block } = done.view.judgement;
  switch (done.verdict) {
    case "fail":
      return block?.reason === "tooEarly" ? "tooEarly" : "blocked";
    case "warn":
      return "warned";
    case "pass":
      return block ? "ignored" : "clear";
  }
}
var markOf = (outcome) => MARKS[standingOf(outcome)];
var rank = (outcome) => STANDINGS.indexOf(standingOf(outcome));
function summary(outcomes, message, context, most = MOST_BYTES) {
  const [single2, ...more] = outcomes;
  const parts = single2 !== void 0 && more.length === 0 ? [alertOf(standingOf(single2), sentencesOf(single2, context)), ...bodyOf(single2, context)] : together2(outcomes, message, context, most);
  return `${[heading(context), ...parts, ...assumptions(context)].join("\n\n")}
`;
}
var errorSummary = (message) => `### Atlas maintenance

${alert("CAUTION", [prose(message)])}
`;
var heading = ({ operation: operation2 }) => operation2 === "gate" ? "### Atlas maintenance gate" : `### Atlas maintenance window: ${operation2}`;
var alertOf = (standing, sentences) => alert(ALERTS[standing], verdict(sentences));
var verdict = ([first, ...others]) => [
  `**${prose(first)}**`,
  ...others.length > 0 ? [others.map((text) => `- ${prose(text)}`).join("\n")] : []
];
function assumptions({ operation: operation2, maintenanceDuration }) {
  if (operation2 !== "gate") return [];
  return [
    `<sub>Maintenance is assumed to last ${formatDuration(maintenanceDuration)} (<code>maintenanceDuration</code>): Atlas publishes no length.<br>Atlas does urgent maintenance, such as security patches, at any time: a clear verdict is no promise.</sub>`
  ];
}
function bodyOf(outcome, context) {
  const { done, window, warnings } = outcome;
  const view = done?.did === "judged" ? done.view : void 0;
  const state = view ? [["Maintenance", stateText(view, (at) => inZones(at, zonesOf(window, context)))]] : [];
  const rows = window ? [...state, ...settings(window, context)] : [];
  return [
    ...warnings.length > 0 ? [warnings.map((warning2) => `- ⚠️ ${prose(warning2)}`).join("\n")] : [],
    ...done?.did === "wouldSend" ? [
      `\`\`\`http
${done.method} ${done.path}
${done.body === void 0 ? "" : `
${done.body}
`}\`\`\``
    ] : [],
    ...view ? timeline(view, context) : [],
    table(
      ["Project", projectLink(outcome, context)],
      rows.map(([name, value]) => [name, escaped(value)])
    )
  ];
}
var projectLink = ({ groupId: groupId2 }, { baseUrl: baseUrl2 }) => link(groupId2, `${baseUrl2}/v2/${groupId2}`);
function timeline(view, context) {
  const bars = barsOf(view, context);
  if (!bars.some(({ section }) => section === "Maintenance")) return [];
  const zones = zonesOf(view.window, context);
  const rows = bars.map(({ section, label, style, ...interval }) => [
    section === "Maintenance" ? `${section}: ${label.toLowerCase()}` : label,
    ...zones.map(
      (zone2) => style === "milestone" ? moment(ceilMinute(interval.start), zone2) : span(interval, zone2).replace(/ to (?=[A-Z])/, " to<br>")
    )
  ]);
  return [
    `\`\`\`mermaid
${gantt(bars, context.gate?.zone.id ?? "UTC")}
\`\`\``,
    table(["", ...zones.map(escaped)], rows)
  ];
}
function stateText({ state, now }, shown) {
  switch (state.kind) {
    case "none":
      return "none announced";
    case "scheduled":
      return `scheduled for ${shown(state.start)}, ${howKnown(state, now)}`;
    case "running":
      return `running since ${shown(state.since)} (${ago(now - state.since)})`;
    case "unknown":
      return `unknown: ${state.reason}`;
  }
}
function together2(outcomes, message, context, most) {
  const sorted = [...outcomes].sort((a, b) => rank(a) - rank(b));
  const worst = sorted[0] === void 0 ? "failed" : standingOf(sorted[0]);
  const { gate: gate2 } = context;
  const last = gate2 ? ["Maintenance", "Clear from"] : ["Deferrals used"];
  const head = table(["Project", "Result", "Window", "Next start", ...last], []);
  let room = most - RESERVED_BYTES;
  const fitting = (texts) => {
    const fit = texts.findIndex((text) => {
      room -= Buffer.byteLength(text) + 2;
      return room < 0;
    });
    return fit < 0 ? [...texts] : texts.slice(0, fit);
  };
  const rows = fitting(sorted.map((outcome) => row(outcome, context)));
  const folded = fitting(sorted.map((outcome) => fold(outcome, context)));
  const left = sorted.length - folded.length;
  return [
    alertOf(worst, [firstLine(message)]),
    ...gate2 ? [`Times in ${escaped(gate2.zone.id)}:`] : [],
    [head, ...rows].join("\n"),
    ...folded,
    ...left === 0 ? [] : [
      `The details of ${left === 1 ? "one project" : `${left} projects`}${rows.length < sorted.length ? ` and ${sorted.length - rows.length} rows of the table` : ""} are left out, as GitHub shows no longer text here; the worst come first. The output <code>results</code> holds all.`
    ]
  ];
}
function row(outcome, context) {
  const { done, window } = outcome;
  const view = done?.did === "judged" ? done.view : void 0;
  const { gate: gate2 } = context;
  const zone2 = gate2?.zone.id ?? window?.timeZoneId ?? "UTC";
  const set = window?.configured ? window : void 0;
  const clearAt = view?.judgement.block && view.judgement.clearAt;
  const shown = (at) => gate2 ? moment(floorMinute(at), zone2) : formatInZone(at, zone2);
  const cells = [
    set ? weekly(set) : window ? "none set" : "",
    set ? shown(nextWeeklyStart(set, context.now)) : "",
    ...gate2 ? [view ? stateText(view, shown) : "", clearAt === void 0 ? "" : shown(ceilMinute(clearAt))] : [set ? `${set.numberOfDeferrals} of ${MOST_DEFERRALS}` : ""]
  ];
  return `| ${[projectLink(outcome, context), markOf(outcome).replace(" ", "&nbsp;"), ...cells.map(escaped)].join(" | ")} |`;
}
function fold(outcome, context) {
  return details(
    `<code>${outcome.groupId}</code> ${MARKS[standingOf(outcome)]}`,
    [...verdict(sentencesOf(outcome, context)), ...bodyOf(outcome, context)].join("\n\n")
  );
}

// src/report/report.ts
var TITLE2 = "Atlas maintenance gate";
function progress(sink, total) {
  let done = 0;
  return (outcome) => {
    done += 1;
    if (total > 1) sink.info(`${done} of ${total}: project ${outcome.groupId} ${markOf(outcome)}`);
  };
}
async function report(sink, outcomes, inputs, ending, surroundings) {
  const { task } = inputs;
  const { operation: operation2 } = task;
  const context = {
    operation: operation2,
    baseUrl: inputs.baseUrl,
    maintenanceDuration: inputs.maintenanceDuration,
    now: ending.now,
    ...task.operation === "gate" ? { gate: task } : {}
  };
  const results = outcomes.map((outcome) => toResult(outcome, context));
  const message = stepMessage(results, operation2 === "gate");
  const failed = results.some(isFailure);
  const warned = results.some((result) => result.verdict === "warn");
  const many = outcomes.length > 1;
  for (const [index, outcome] of outcomes.entries()) {
    sink.startGroup(`Project ${outcome.groupId}`);
    for (const line of settingLines(outcome, context)) sink.info(line);
    if (many) sink.info(results[index]?.message ?? "");
    sink.endGroup();
  }
  const named = (outcome, text) => many ? `Project ${outcome.groupId}: ${text}` : text;
  const notices = [...inputs.notices, ...ending.skew === void 0 ? [] : [skewText(ending.skew)]];
  for (const [index, outcome] of outcomes.entries()) {
    notices.push(...outcome.notices.map((notice2) => named(outcome, notice2)));
    for (const warning2 of outcome.warnings) sink.warning(named(outcome, warning2), { title: TITLE2 });
    const result = results[index];
    if (result && isWorthKnowing(outcome, result)) notices.push(named(outcome, result.message));
  }
  for (const notice2 of notices) sink.notice(notice2, { title: TITLE2 });
  if (ending.closing !== void 0) sink.warning(ending.closing, { title: TITLE2 });
  const written = await write(sink, toOutputs(results, message), summary(outcomes, message, context));
  if (failed)
    sink.error(message, { title: `${TITLE2}: ${operation2 === "gate" ? "blocked" : `${operation2} failed`}` });
  else if (warned) sink.warning(message, { title: `${TITLE2}: warning` });
  else if (!notices.includes(message)) sink.info(message);
  if (task.operation === "gate") {
    const standings = outcomes.map(standingOf);
    const waiting = standings.includes("tooEarly") && !standings.some((is2) => is2 === "failed" || is2 === "blocked");
    const [single2] = outcomes;
    await publish(
      sink,
      inputs.github,
      {
        state: waiting ? "pending" : failed ? "failure" : "success",
        description: sink.redact(single2 && !many ? shortText(single2, context) : firstLine(message)),
        inTheWay: results.some((result) => result.error !== null || result.overlap === true),
        groupIds: inputs.groupIds,
        comment: (most) => sink.redact(summary(outcomes, message, context, most))
      },
      surroundings
    );
  }
  return written && !failed;
}
async function reportInputError(sink, error2) {
  await write(sink, toOutputs([], error2.message), errorSummary(error2.message));
  sink.error(error2.message, { title: `${TITLE2}: inputs` });
  return false;
}
async function write(sink, outputs, markdown) {
  let written = true;
  try {
    sink.setOutputs(outputs);
  } catch (error2) {
    written = false;
    sink.error(`The outputs could not be written to the file that GITHUB_OUTPUT names: ${reason(error2)}.`, {
      title: `${TITLE2}: outputs`
    });
  }
  try {
    await sink.writeSummary(markdown);
  } catch (error2) {
    sink.warning(`The job summary could not be written: ${reason(error2)}.`, { title: TITLE2 });
  }
  return written;
}
var reason = (error2) => error2 instanceof Error ? error2.message : String(error2);
var isFailure = (result) => result.error !== null || result.verdict === "fail";
var isWorthKnowing = ({ done, deferred }, result) => !isFailure(result) && (deferred || done?.did === "nothing");
function stepMessage(results, gate2) {
  const [single2, ...more] = results;
  if (single2 !== void 0 && more.length === 0) return single2.message;
  const told = (chosen, verb) => `${chosen.length} of ${results.length} projects ${verb(chosen.length > 1)}:${chosen.map((result) => `
- ${result.groupId}: ${result.message}`).join("")}`;
  const failed = results.filter(isFailure);
  if (failed.length > 0)
    return told(failed, (many) => gate2 ? `block${many ? "" : "s"} the deploy` : "failed");
  const warned = results.filter((result) => result.verdict === "warn");
  if (warned.length > 0) return told(warned, (many) => `need${many ? "" : "s"} a look`);
  return gate2 ? `Clear: none of ${results.length} projects has maintenance in the way.` : `All ${results.length} projects are done: ${results.filter((result) => result.changed).length} changed.`;
}
var skewText = (skew) => `The runner's clock is ${formatDuration(Math.round(Math.abs(skew) / SECOND) * SECOND)} ${skew > 0 ? "ahead of" : "behind"} Atlas's; Atlas's time is used.`;

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter2 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter2(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter2(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter2(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row2) => {
      const cells = row2.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary2 = _summary;

// node_modules/@actions/core/lib/platform.js
import os3 from "os";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = os3.platform();
var arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os4.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}

// src/report/sink.ts
function createSink(env) {
  const secrets = /* @__PURE__ */ new Set();
  let redact = redactor(secrets);
  return {
    info: (line) => info(redact(line)),
    debug: (line) => debug(redact(line)),
    notice: (message, properties) => notice(redact(message), properties),
    warning: (message, properties) => warning(redact(message), properties),
    error: (message, properties) => error(redact(message), properties),
    startGroup: (title) => startGroup(redact(title)),
    endGroup: () => endGroup(),
    mask(secret) {
      for (const part of secretParts(secret))
        if (!secrets.has(part)) {
          secrets.add(part);
          setSecret(part);
        }
      redact = redactor([...secrets, ...[...secrets].map(escaped)]);
    },
    redact: (text) => redact(text),
    setOutputs(outputs) {
      if (env.GITHUB_OUTPUT) {
        for (const [name, value] of outputs) setOutput(name, redact(value));
        return;
      }
      for (const [name, value] of outputs) info(redact(`  ${name}=${value}`));
    },
    async writeSummary(markdown) {
      if (env.GITHUB_STEP_SUMMARY) await summary2.addRaw(redact(markdown)).write();
    }
  };
}

// src/turns.ts
async function inTurns(width, items, work) {
  const results = [];
  const queue = items.entries();
  const turn = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, turn));
  return results;
}

// src/main.ts
var CONCURRENCY = 10;
var PUBLISHING_MS = 5e3;
async function run(env, cancelled) {
  const sink = createSink(env);
  for (const secret of secretsIn(env)) sink.mask(secret);
  let inputs;
  try {
    inputs = parseInputs(env);
  } catch (error2) {
    if (!(error2 instanceof InputError)) throw error2;
    return await reportInputError(sink, error2);
  }
  for (const line of inputs.origins) sink.info(line);
  const deadline = createDeadline(inputs.timeout, cancelled);
  const atlas = createAtlas({ ...inputs, deadline, log: sink, userAgent: "atlas-maintenance-gate" });
  const operate = operation(inputs.task, inputs.maintenanceDuration);
  const tell2 = progress(sink, inputs.groupIds.length);
  const outcomes = await inTurns(CONCURRENCY, inputs.groupIds, async (groupId2) => {
    const outcome = await workOn(groupId2, { atlas, deadline, dryRun: inputs.dryRun, log: sink }, operate);
    tell2(outcome);
    return outcome;
  });
  const now = atlas.now();
  const closing = await atlas.close();
  const enough = deadline.remaining() > PUBLISHING_MS && !deadline.signal.aborted;
  return await report(
    sink,
    outcomes,
    inputs,
    { now, skew: atlas.clockSkew(), closing },
    { env, deadline: enough ? deadline : createDeadline(Math.min(inputs.timeout, PUBLISHING_MS)) }
  );
}
function reportDefect(env, cause) {
  const sink = createSink(env);
  for (const secret of secretsIn(env)) sink.mask(secret);
  const what = cause === void 0 ? "ended before its work was done" : `stopped on a defect of its own (${nameOf(cause)})`;
  const message = `The action ${what}, so nothing is known for sure: look at the project in Atlas before you run the step again. If it comes back, report it with the debug log.`;
  if (cause instanceof Error)
    for (const [frame] of (cause.stack ?? "").matchAll(/^ {4}at .*$/gm)) sink.debug(frame);
  try {
    sink.setOutputs(toOutputs([], message));
  } catch {
  }
  sink.error(message, { title: "Atlas maintenance gate: defect" });
}
var nameOf = (cause) => cause instanceof Error ? cause.name : typeof cause;
async function workOn(groupId2, tools, operate) {
  const outcome = { groupId: groupId2, changed: false, deferred: false, notices: [], warnings: [] };
  try {
    outcome.done = await operate({ ...tools, outcome });
  } catch (error2) {
    outcome.error = error2 instanceof AtlasError ? { code: error2.code, message: error2.message } : {
      code: "INTERNAL",
      message: `A defect of this action: ${plain(error2 instanceof Error ? error2.message : String(error2))}`
    };
  }
  return outcome;
}
function operation(task, maintenanceDuration) {
  switch (task.operation) {
    case "get":
      return get;
    case "update":
      return (project) => update(project, task.wish);
    case "defer":
      return (project) => defer(project, task.onNothingScheduled);
    case "autoDefer":
      return (project) => autoDefer(project, task.wanted);
    case "reset":
      return reset;
    case "gate":
      return gate(task, maintenanceDuration);
  }
}

// src/index.ts
var SIGNALS = { SIGINT: 130, SIGTERM: 143 };
process.exitCode = 1;
var cancel = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    process.exitCode = SIGNALS[signal];
    cancel.abort(new Error(`cancelled by ${signal}`));
  });
var crash = (cause) => {
  reportDefect(process.env, cause);
  leave(1);
};
process.on("uncaughtException", crash).on("unhandledRejection", crash);
process.once("beforeExit", () => crash(void 0));
function leave(code) {
  process.stdout.write("", () => process.exit(code));
}
run(process.env, cancel.signal).then(
  (succeeded) => leave(
    succeeded && !cancel.signal.aborted ? 0 : typeof process.exitCode === "number" ? process.exitCode : 1
  ),
  crash
);
