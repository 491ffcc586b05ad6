const require = id => process.getBuiltinModule(id);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// builtin:node:crypto
var require_node_crypto = __commonJS({
  "builtin:node:crypto"(exports, module) {
    module.exports = Object.create(new Proxy({}, {
      get: (_, name) => name === "__esModule" ? void 0 : __require("node:crypto")[name]
    }));
  }
});

// builtin:node:net
var require_node_net = __commonJS({
  "builtin:node:net"(exports, module) {
    module.exports = Object.create(new Proxy({}, {
      get: (_, name) => name === "__esModule" ? void 0 : __require("node:net")[name]
    }));
  }
});

// builtin:node:timers/promises
var require_promises = __commonJS({
  "builtin:node:timers/promises"(exports, module) {
    module.exports = __require("node:timers/promises");
  }
});

// builtin:http
var require_http = __commonJS({
  "builtin:http"(exports, module) {
    module.exports = Object.create(new Proxy({}, {
      get: (_, name) => name === "__esModule" ? void 0 : __require("http")[name]
    }));
  }
});

// builtin:https
var require_https = __commonJS({
  "builtin:https"(exports, module) {
    module.exports = Object.create(new Proxy({}, {
      get: (_, name) => name === "__esModule" ? void 0 : __require("https")[name]
    }));
  }
});

// builtin:net
var require_net = __commonJS({
  "builtin:net"(exports, module) {
    module.exports = Object.create(new Proxy({}, {
      get: (_, name) => name === "__esModule" ? void 0 : __require("net")[name]
    }));
  }
});

// builtin:tls
var require_tls = __commonJS({
  "builtin:tls"(exports, module) {
    module.exports = Object.create(new Proxy({}, {
      get: (_, name) => name === "__esModule" ? void 0 : __require("tls")[name]
    }));
  }
});

// builtin:assert
var require_assert = __commonJS({
  "builtin:assert"(exports, module) {
    module.exports = Object.create(new Proxy({}, {
      get: (_, name) => name === "__esModule" ? void 0 : __require("assert")[name]
    }));
  }
});

// node_modules/tunnel/lib/tunnel.js
var require_tunnel = __commonJS({
  "node_modules/tunnel/lib/tunnel.js"(exports) {
    "use strict";
    var net = require_net();
    var tls = require_tls();
    var http2 = require_http();
    var https2 = require_https();
    var events = __require("events");
    var assert = require_assert();
    var util = __require("util");
    exports.httpOverHttp = httpOverHttp2;
    exports.httpsOverHttp = httpsOverHttp2;
    exports.httpOverHttps = httpOverHttps2;
    exports.httpsOverHttps = httpsOverHttps2;
    function httpOverHttp2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = http2.request;
      return agent;
    }
    function httpsOverHttp2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = http2.request;
      agent.createSocket = createSecureSocket;
      agent.defaultPort = 443;
      return agent;
    }
    function httpOverHttps2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = https2.request;
      return agent;
    }
    function httpsOverHttps2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = https2.request;
      agent.createSocket = createSecureSocket;
      agent.defaultPort = 443;
      return agent;
    }
    function TunnelingAgent(options) {
      var self = this;
      self.options = options || {};
      self.proxyOptions = self.options.proxy || {};
      self.maxSockets = self.options.maxSockets || http2.Agent.defaultMaxSockets;
      self.requests = [];
      self.sockets = [];
      self.on("free", function onFree(socket, host, port, localAddress) {
        var options2 = toOptions(host, port, localAddress);
        for (var i = 0, len = self.requests.length; i < len; ++i) {
          var pending = self.requests[i];
          if (pending.host === options2.host && pending.port === options2.port) {
            self.requests.splice(i, 1);
            pending.request.onSocket(socket);
            return;
          }
        }
        socket.destroy();
        self.removeSocket(socket);
      });
    }
    util.inherits(TunnelingAgent, events.EventEmitter);
    TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
      var self = this;
      var options = mergeOptions({ request: req }, self.options, toOptions(host, port, localAddress));
      if (self.sockets.length >= this.maxSockets) {
        self.requests.push(options);
        return;
      }
      self.createSocket(options, function(socket) {
        socket.on("free", onFree);
        socket.on("close", onCloseOrRemove);
        socket.on("agentRemove", onCloseOrRemove);
        req.onSocket(socket);
        function onFree() {
          self.emit("free", socket, options);
        }
        function onCloseOrRemove(err) {
          self.removeSocket(socket);
          socket.removeListener("free", onFree);
          socket.removeListener("close", onCloseOrRemove);
          socket.removeListener("agentRemove", onCloseOrRemove);
        }
      });
    };
    TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
      var self = this;
      var placeholder = {};
      self.sockets.push(placeholder);
      var connectOptions = mergeOptions({}, self.proxyOptions, {
        method: "CONNECT",
        path: options.host + ":" + options.port,
        agent: false,
        headers: {
          host: options.host + ":" + options.port
        }
      });
      if (options.localAddress) {
        connectOptions.localAddress = options.localAddress;
      }
      if (connectOptions.proxyAuth) {
        connectOptions.headers = connectOptions.headers || {};
        connectOptions.headers["Proxy-Authorization"] = "Basic " + Buffer.from(connectOptions.proxyAuth).toString("base64");
      }
      debug2("making CONNECT request");
      var connectReq = self.request(connectOptions);
      connectReq.useChunkedEncodingByDefault = false;
      connectReq.once("response", onResponse);
      connectReq.once("upgrade", onUpgrade);
      connectReq.once("connect", onConnect);
      connectReq.once("error", onError);
      connectReq.end();
      function onResponse(res) {
        res.upgrade = true;
      }
      function onUpgrade(res, socket, head) {
        process.nextTick(function() {
          onConnect(res, socket, head);
        });
      }
      function onConnect(res, socket, head) {
        connectReq.removeAllListeners();
        socket.removeAllListeners();
        if (res.statusCode !== 200) {
          debug2(
            "tunneling socket could not be established, statusCode=%d",
            res.statusCode
          );
          socket.destroy();
          var error2 = new Error("tunneling socket could not be established, statusCode=" + res.statusCode);
          error2.code = "ECONNRESET";
          options.request.emit("error", error2);
          self.removeSocket(placeholder);
          return;
        }
        if (head.length > 0) {
          debug2("got illegal response body from proxy");
          socket.destroy();
          var error2 = new Error("got illegal response body from proxy");
          error2.code = "ECONNRESET";
          options.request.emit("error", error2);
          self.removeSocket(placeholder);
          return;
        }
        debug2("tunneling connection has established");
        self.sockets[self.sockets.indexOf(placeholder)] = socket;
        return cb(socket);
      }
      function onError(cause) {
        connectReq.removeAllListeners();
        debug2(
          "tunneling socket could not be established, cause=%s\n",
          cause.message,
          cause.stack
        );
        var error2 = new Error("tunneling socket could not be established, cause=" + cause.message);
        error2.code = "ECONNRESET";
        options.request.emit("error", error2);
        self.removeSocket(placeholder);
      }
    };
    TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
      var pos = this.sockets.indexOf(socket);
      if (pos === -1) {
        return;
      }
      this.sockets.splice(pos, 1);
      var pending = this.requests.shift();
      if (pending) {
        this.createSocket(pending, function(socket2) {
          pending.request.onSocket(socket2);
        });
      }
    };
    function createSecureSocket(options, cb) {
      var self = this;
      TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
        var hostHeader = options.request.getHeader("host");
        var tlsOptions = mergeOptions({}, self.options, {
          socket,
          servername: hostHeader ? hostHeader.replace(/:.*$/, "") : options.host
        });
        var secureSocket = tls.connect(0, tlsOptions);
        self.sockets[self.sockets.indexOf(socket)] = secureSocket;
        cb(secureSocket);
      });
    }
    function toOptions(host, port, localAddress) {
      if (typeof host === "string") {
        return {
          host,
          port,
          localAddress
        };
      }
      return host;
    }
    function mergeOptions(target) {
      for (var i = 1, len = arguments.length; i < len; ++i) {
        var overrides = arguments[i];
        if (typeof overrides === "object") {
          var keys = Object.keys(overrides);
          for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
            var k = keys[j];
            if (overrides[k] !== void 0) {
              target[k] = overrides[k];
            }
          }
        }
      }
      return target;
    }
    var debug2;
    if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
      debug2 = function() {
        var args = Array.prototype.slice.call(arguments);
        if (typeof args[0] === "string") {
          args[0] = "TUNNEL: " + args[0];
        } else {
          args.unshift("TUNNEL:");
        }
        console.error.apply(console, args);
      };
    } else {
      debug2 = function() {
      };
    }
    exports.debug = debug2;
  }
});

// node_modules/tunnel/index.js
var require_tunnel2 = __commonJS({
  "node_modules/tunnel/index.js"(exports, module) {
    module.exports = require_tunnel();
  }
});

// builtin:node:fs
var require_node_fs = __commonJS({
  "builtin:node:fs"(exports, module) {
    module.exports = __require("node:fs");
  }
});

// builtin:os
var require_os = __commonJS({
  "builtin:os"(exports, module) {
    module.exports = __require("os");
  }
});

// builtin:crypto
var require_crypto = __commonJS({
  "builtin:crypto"(exports, module) {
    module.exports = Object.create(new Proxy({}, {
      get: (_, name) => name === "__esModule" ? void 0 : __require("crypto")[name]
    }));
  }
});

// builtin:fs
var require_fs = __commonJS({
  "builtin:fs"(exports, module) {
    module.exports = __require("fs");
  }
});

// builtin:path
var require_path = __commonJS({
  "builtin:path"(exports, module) {
    module.exports = __require("path");
  }
});

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

// src/atlas/monotonic.ts
var monotonic = () => Number(process.hrtime.bigint()) / 1e6;

// src/atlas/clock.ts
var TOLERATED_SKEW_MS = 6e4;
var IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
function parseHttpDate(text) {
  const time = IMF_FIXDATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? void 0 : time;
}
function createClock() {
  let skew;
  let offset3;
  return {
    heard(date2) {
      const atlas = date2 === void 0 ? void 0 : parseHttpDate(date2);
      if (atlas === void 0) return;
      const difference = Date.now() - atlas;
      const differs = Math.abs(difference) > TOLERATED_SKEW_MS;
      skew = differs ? difference : void 0;
      offset3 = differs ? atlas - monotonic() : void 0;
    },
    now: () => offset3 === void 0 ? Date.now() : Math.round(offset3 + monotonic()),
    skew: () => skew
  };
}

// src/atlas/deadline.ts
var MAX_TIMER_MS = 2 ** 31 - 1;
function createDeadline(timeoutMs, cancelled) {
  const end = monotonic() + timeoutMs;
  const controller = new AbortController();
  const timeUp = () => controller.abort(new DOMException("The deadline has passed.", "TimeoutError"));
  setTimeout(timeUp, Math.min(timeoutMs, MAX_TIMER_MS)).unref();
  if (cancelled?.aborted) controller.abort(cancelled.reason);
  cancelled?.addEventListener("abort", () => controller.abort(cancelled.reason), { once: true });
  return {
    signal: controller.signal,
    remaining: () => Math.max(0, end - monotonic()),
    total: timeoutMs
  };
}

// src/atlas/digest.ts
var import_node_crypto = __toESM(require_node_crypto(), 1);

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
  /** The same failure, for which trying again is over: whoever called may not begin anew. */
  final() {
    return new _AtlasError({ ...this.#failure, retryable: false });
  }
};
var seconds = (ms) => `${ms < 1e4 ? Math.ceil(ms / 100) / 10 : Math.ceil(ms / 1e3)} s`;
function interrupted(deadline, doing, outcome) {
  const { reason: reason2 } = deadline.signal;
  const when = doing === void 0 ? "during a wait between two requests to Atlas" : `before Atlas had answered the request to ${doing}`;
  if (!(reason2 instanceof DOMException && reason2.name === "TimeoutError"))
    return new AtlasError({
      code: "CANCELLED",
      message: `The run was cancelled ${when}`,
      outcome
    });
  return new AtlasError({
    code: "TIMEOUT",
    message: `The timeout of ${seconds(deadline.total)} was over ${when}. If Atlas is reachable from this runner, allow more with the input timeout`,
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
  const h = (...parts) => (0, import_node_crypto.createHash)(challenge.hash).update(parts.join(":")).digest("hex");
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
          session = { challenge, cnonce: (0, import_node_crypto.randomBytes)(16).toString("hex"), count: 0 };
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
var deferPath = (groupId2) => `${windowPath(groupId2)}/defer`;
var autoDeferPath = (groupId2) => `${windowPath(groupId2)}/autoDefer`;
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
      const now = monotonic();
      next.set(key(bucket), Math.max(at, now) + interval(bucket));
      return Math.max(0, at - now);
    },
    heard(bucket, remaining) {
      if (typeof remaining !== "string" || !/^\d+$/.test(remaining)) return;
      if (Number(remaining) > 0) next.delete(key(bucket));
      else if (!next.has(key(bucket))) next.set(key(bucket), monotonic() + interval(bucket));
    }
  };
}

// src/atlas/refusal.ts
var import_node_net = __toESM(require_node_net(), 1);
var RIGHTS = /* @__PURE__ */ new Set(["USER_UNAUTHORIZED", "NOT_IN_GROUP", "USER_CANNOT_ACCESS_GROUP"]);
var isAboutRights = (answer) => RIGHTS.has(complaintOf(answer).code ?? "");
var says = ({ detail }) => detail ? `. Atlas says: ${detail.replace(/\.$/, "")}` : "";
var noProject = "No such project, or the credential cannot see it. Check groupId, and that the key or service account is a member of that project";
var accessList = ({ parameters }) => {
  const address = parameters?.find((value) => typeof value === "string" && (0, import_node_net.isIP)(value) > 0);
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
var import_promises = __toESM(require_promises(), 1);
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
  await (0, import_promises.setTimeout)(ms, void 0, { signal: deadline.signal }).catch(() => {
    throw interrupted(deadline, void 0, "refused");
  });
}
function gaveUp(error2, attempts, wait, deadline) {
  const tried = attempts === 1 ? "one attempt" : `${attempts} attempts`;
  const asked = wait === error2.retryAfterMs ? " that Atlas asks for" : "";
  const left = `${seconds(deadline.remaining())} of ${seconds(deadline.total)} are left`;
  return error2.final().with(
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
  const post = (path2, doing, body) => ({
    method: "POST",
    path: path2,
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
var http = __toESM(require_http(), 1);
var https = __toESM(require_https(), 1);

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
var tunnel = __toESM(require_tunnel2(), 1);

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
    const started = monotonic();
    const outcome = (what) => log.debug(
      `${info2.options.method} ${info2.options.path}: ${what} after ${Math.round(monotonic() - started)} ms`
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
    async send({ method, path: path2, doing, headers, body }) {
      const limit = options.limit();
      if (limit.signal.aborted) throw interrupted(limit, doing, "refused");
      try {
        const { message } = await client.request(method, `${options.baseUrl}${path2}`, body ?? null, {
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
var zone = custom((value) => typeof value === "string" && value !== "", "a time zone");
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
    const { bucket, method, path: path2, doing, body } = call;
    const wait = pace.turn(bucket);
    if (wait > 0) await pause(wait, deadline);
    return alone(async () => {
      if (rejected) throw rejected;
      const content = body === void 0 ? {} : { "content-type": MEDIA_TYPE };
      const answer = await signed({
        method,
        path: path2,
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
  const onWindow = (groupId2, method, doing, path2 = windowPath(groupId2)) => ({ bucket: { groupId: groupId2, resource: "maintenance" }, method, path: path2, doing });
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
      const call = onWindow(groupId2, "POST", "defer the maintenance", deferPath(groupId2));
      written(await attempt(call), call.doing);
    },
    async toggleAutoDefer(groupId2) {
      const call = onWindow(groupId2, "POST", "toggle auto-deferral", autoDeferPath(groupId2));
      written(await attempt(call), call.doing);
    },
    async listEvents(groupId2, query) {
      const doing = "list the maintenance events";
      const seen = /* @__PURE__ */ new Set();
      const events = [];
      for (let pageNum = 1; pageNum <= MAX_EVENT_PAGES; pageNum += 1) {
        const path2 = `${eventsPath(groupId2)}?${eventsQuery(query, pageNum)}`;
        const bucket = { groupId: groupId2, resource: "events" };
        const page2 = await read2({ bucket, method: "GET", path: path2, doing }, parseEventsPage);
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
var invalidEntity = (fieldName, val) => `Invalid ${fieldName}: ${val}`;

// node_modules/temporal-utils/dist/utils.js
var nanoInMicro = 1e3;
var nanoInMilli = 1e6;
var nanoInSec = 1e9;
var nanoInMinute = 6e10;
var nanoInHour = 36e11;
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

// node_modules/temporal-utils/dist/diff.js
function createDiffFunc(unit) {
  return (date0, date1, options) => {
    const normOptions = normalizeDiffOptions(options);
    if (normOptions.roundingMode || normOptions.roundingIncrement !== void 0) {
      return date0.until(date1, {
        ...normOptions,
        largestUnit: unit,
        smallestUnit: unit
      })[unit];
    }
    const duration2 = date0.until(date1, { largestUnit: unit });
    if (duration2.blank) {
      return 0;
    }
    if (isTimeUnit(unit)) {
      return duration2.total(unit);
    }
    const relativeTo = !("day" in date0) && "toPlainDate" in date0 ? date0.toPlainDate({ day: 1 }) : date0;
    return duration2.total({ unit, relativeTo });
  };
}
function isTimeUnit(unit) {
  return unit === "hours" || unit === "minutes" || unit === "seconds" || unit === "milliseconds" || unit === "microseconds" || unit === "nanoseconds";
}
var diffYears = createDiffFunc("years");
var diffMonths = createDiffFunc("months");
var diffWeeks = createDiffFunc("weeks");
var diffDays = createDiffFunc("days");
var diffHours = createDiffFunc("hours");
var diffMinutes = createDiffFunc("minutes");
var diffSeconds = createDiffFunc("seconds");
var diffMilliseconds = createDiffFunc("milliseconds");
var diffMicroseconds = createDiffFunc("microseconds");
var diffNanoseconds = createDiffFunc("nanoseconds");
function normalizeDiffOptions(options) {
  return typeof options === "string" ? { roundingMode: options } : options || {};
}

// node_modules/temporal-polyfill/chunks/internal.js
var invalidEntity2 = invalidEntity;
var invalidChoice = (fieldName, val, choiceMap) => invalidEntity(fieldName, val) + "; must be " + Object.keys(choiceMap).join();
var forbiddenValueOf = "Cannot use valueOf";
var invalidCallingContext = "Invalid calling context";
var invalidTimeZone = (calendarId) => invalidEntity("TimeZone", calendarId);
var outOfBoundsDate = "Out-of-bounds date";
var failedParse = (s) => `Cannot parse: ${s}`;
var constrainToRange2 = constrainToRange;
function throwRangeError(message) {
  throw new RangeError(message);
}
function throwTypeError(message) {
  throw new TypeError(message);
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
function bindArgs(f, ...boundArgs) {
  return (...dynamicArgs) => f(...boundArgs, ...dynamicArgs);
}
function noop() {
}
function capitalize(s) {
  return s[0].toUpperCase() + s.substring(1);
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
function hasHalf(num) {
  return 0.5 === Math.abs(num % 1);
}
function normalizeEraName(era) {
  const normalized = era.normalize("NFD").toLowerCase().replace(/[^a-z0-9]/g, "");
  return "bc" === normalized || "b" === normalized ? "bce" : "ad" === normalized || "a" === normalized ? "ce" : normalized;
}
var isoCalendarImpl = void 0;
function getCalendarSlotId(calendar) {
  return calendar === isoCalendarImpl ? "iso8601" : 0 === calendar ? "gregory" : calendar.id;
}
function formatMonthCode(monthCodeNumber, isLeapMonth) {
  return "M" + padNumber2(monthCodeNumber) + (isLeapMonth ? "L" : "");
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
var bigNanoInMilli = /* @__PURE__ */ BigInt(nanoInMilli2);
var bigNanoInSec = /* @__PURE__ */ BigInt(nanoInSec2);
var bigNanoInUtcDay = /* @__PURE__ */ BigInt(nanoInUtcDay);
var timeFieldNamesAsc = /* @__PURE__ */ unitNamesAsc.slice(0, 6);
var timeGetters = /* @__PURE__ */ createPropGetters(timeFieldNamesAsc);
var calendarDateFieldNamesAsc = ["day", "month", "year"];
function timeFieldsToNano(timeFields) {
  return timeFieldsToSec(timeFields) * nanoInSec2 + timeFieldsToSubsecNano(timeFields);
}
function timeFieldsToSec(timeFields) {
  return 3600 * timeFields.hour + 60 * timeFields.minute + timeFields.second;
}
function timeFieldsToSubsecNano(timeFields) {
  return timeFields.millisecond * nanoInMilli2 + timeFields.microsecond * nanoInMicro2 + timeFields.nanosecond;
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
function isoDateToEpochNano(isoDate) {
  return BigInt(isoDateToEpochDays(isoDate)) * bigNanoInUtcDay;
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
function computeIsoMonthCodeParts(month) {
  return [month, 0];
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
function computeCalendarDateFields(calendar, isoDate) {
  return calendar ? calendar.de(isoDate) : isoDate;
}
function computeCalendarMonthCodeParts(calendar, year, month) {
  return calendar ? calendar.L(year, month) : computeIsoMonthCodeParts(month);
}
function computeCalendarEraFields(calendar, isoDate) {
  return 0 === calendar ? computeGregoryEraFields(isoDate) : calendar && calendar.h?.(isoDate) || {};
}
function computeCalendarMonthCode(calendar, isoDate) {
  const { year, month } = computeCalendarDateFields(calendar, isoDate);
  const [monthCodeNumber, isLeapMonth] = computeCalendarMonthCodeParts(calendar, year, month);
  return formatMonthCode(monthCodeNumber, isLeapMonth);
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
function toStrictInteger(arg, entityName) {
  return requireNumberIsInteger(toFiniteNumber(arg, entityName), entityName);
}
var roundingModeFuncs = [Math.floor, (num) => hasHalf(num) ? Math.floor(num) : Math.round(num), Math.ceil, (num) => hasHalf(num) ? Math.ceil(num) : Math.round(num), Math.trunc, (num) => hasHalf(num) ? Math.trunc(num) || 0 : Math.round(num), (num) => num < 0 ? Math.floor(num) : Math.ceil(num), (num) => Math.sign(num) * Math.round(Math.abs(num)) || 0, (num) => hasHalf(num) ? (num = Math.trunc(num) || 0) + num % 2 : Math.round(num)];
var directionMap = {
  previous: -1,
  next: 1
};
function coerceChoiceOption(optionName, enumNameMap, options, defaultChoice = 0) {
  const enumArg = options[optionName];
  if (void 0 === enumArg) {
    return defaultChoice;
  }
  const enumStr = toString(enumArg);
  const enumNum = enumNameMap[enumStr];
  return void 0 === enumNum && throwRangeError(invalidChoice(optionName, enumStr, enumNameMap)), enumNum;
}
var coerceDirection = /* @__PURE__ */ bindArgs(coerceChoiceOption, "direction", directionMap);
function normalizeOptionsOrString(options, optionName) {
  return "string" == typeof options ? ((optionName2, optionVal) => {
    const res = /* @__PURE__ */ Object.create(null);
    return res[optionName2] = optionVal, res;
  })(optionName, options) : requireObjectLike(options);
}
function combineDateAndTime(isoDate, time) {
  return pluckProps(calendarDateFieldNamesAsc, isoDate, pluckProps(timeFieldNamesAsc, time));
}
var epochNanoMax = /* @__PURE__ */ BigInt(1e8) * bigNanoInUtcDay;
var epochNanoMin = /* @__PURE__ */ BigInt(-1e8) * bigNanoInUtcDay;
var plainDateEpochNanoMin = epochNanoMin - bigNanoInUtcDay;
function checkIsoDateInBounds(isoDate, allowPlainDateLowerEdge = 1) {
  const epochNano = isoDateToEpochNano(isoDate);
  return (epochNano < (allowPlainDateLowerEdge ? plainDateEpochNanoMin : epochNanoMin) || epochNano > epochNanoMax) && throwRangeError(outOfBoundsDate), isoDate;
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
function createEpochNanoSlots(epochNano) {
  return {
    epochNanoseconds: epochNano
  };
}
function createZonedEpochNanoSlots(epochNano, timeZone2, calendar) {
  return {
    calendar,
    timeZone: timeZone2,
    epochNanoseconds: epochNano
  };
}
function roundToMinute(offsetNano) {
  return roundNumberToInc(offsetNano, nanoInMinute2, 7);
}
var zonedEpochSlotsToIso = /* @__PURE__ */ memoize(_zonedEpochSlotsToIso, WeakMap);
function _zonedEpochSlotsToIso(slots) {
  const { epochNanoseconds, timeZone: timeZone2 } = slots;
  const offsetNanoseconds4 = timeZone2.B(epochNanoseconds);
  return {
    ...epochNanoToIsoDateTime(epochNanoseconds + BigInt(offsetNanoseconds4)),
    offsetNanoseconds: offsetNanoseconds4
  };
}
function getInstantPreferringOffset(timeZone2, isoDateTime, offsetNano) {
  return getMatchingInstantFor(timeZone2, isoDateTime, offsetNano, 2, 0);
}
function getMatchingInstantFor(timeZone2, isoDateTime, offsetNano, offsetDisambig = 0, epochDisambig = 0, epochFuzzy, hasZ) {
  if (hasZ || void 0 !== offsetNano && 1 === offsetDisambig) {
    return isoDateTimeAndOffsetToEpochNano(isoDateTime, offsetNano || 0);
  }
  const possibleEpochNanos = timeZone2.O(isoDateTime);
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
  return getSingleInstantFor(timeZone2, isoDateTime, epochDisambig, possibleEpochNanos);
}
function getSingleInstantFor(timeZone2, isoDateTime, disambig = 0, possibleEpochNanos = timeZone2.O(isoDateTime)) {
  if (1 === possibleEpochNanos.length) {
    return possibleEpochNanos[0];
  }
  if (1 === disambig && throwRangeError("Ambiguous offset"), possibleEpochNanos.length) {
    return possibleEpochNanos[3 === disambig ? 1 : 0];
  }
  const zonedEpochNano = isoDateTimeToEpochNano(isoDateTime);
  const gapNano = ((timeZone3, zonedEpochNano2) => {
    const startOffsetNano = timeZone3.B(zonedEpochNano2 - bigNanoInUtcDay);
    return ((gapNano2) => (gapNano2 > nanoInUtcDay && throwRangeError("Out-of-bounds TimeZone gap"), gapNano2))(timeZone3.B(zonedEpochNano2 + bigNanoInUtcDay) - startOffsetNano);
  })(timeZone2, zonedEpochNano);
  const shiftedIsoDateTime = epochNanoToIsoDateTime(zonedEpochNano + BigInt(gapNano * (2 === disambig ? -1 : 1)));
  return (possibleEpochNanos = timeZone2.O(shiftedIsoDateTime))[2 === disambig ? 0 : possibleEpochNanos.length - 1];
}
var maxDurationSeconds = 2 ** 53;
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
var dateTimeFieldRefiners = /* @__PURE__ */ Object.assign({}, dateFieldRefiners, timeFieldRefiners);
var zonedDateTimeFieldRefiners = {
  offset(offsetString) {
    return parseOffsetNano(requireString(toPrimitiveWithStringHint(offsetString)));
  },
  ...dateTimeFieldRefiners
};
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
function formatInstantIsoAuto(instantSlots) {
  return formatIsoDateTimeFields(epochNanoToIsoDateTime(instantSlots.epochNanoseconds), void 0) + "Z";
}
function formatZonedDateTimeIsoAuto(zonedDateTimeSlots) {
  const calendar = zonedDateTimeSlots.calendar;
  const timeZone2 = zonedDateTimeSlots.timeZone;
  const offsetNano = timeZone2.B(zonedDateTimeSlots.epochNanoseconds);
  return formatIsoDateTimeFields(epochNanoToIsoDateTime(zonedDateTimeSlots.epochNanoseconds + BigInt(offsetNano)), void 0) + formatOffsetNano(roundToMinute(offsetNano)) + formatTimeZone(timeZone2.id, 0) + (calendar === isoCalendarImpl ? "" : formatCalendarId(getCalendarSlotId(calendar), 0));
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
function timeRegExpStr(separatorIndex, leapSecondStr = "") {
  return `([01]\\d|2[0-3])(?:(:?)([0-5]\\d)(?:\\${separatorIndex}([0-5]\\d${leapSecondStr})(?:[.,](\\d{1,9}))?)?)?`;
}
var dateTimeRegExpStr = "((?!-0{6})[+-]\\d{6}|\\d{4})(-?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?:[Tt ]" + timeRegExpStr(6, "|60") + "(?:([Zz])|(([+-])" + timeRegExpStr(14) + "))?)?";
var dateTimeRegExp = /* @__PURE__ */ createRegExp(dateTimeRegExpStr + "(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)");
function instantToZonedDateTime(instantSlots, timeZone2, calendar) {
  return createZonedEpochNanoSlots(instantSlots.epochNanoseconds, timeZone2, calendar);
}
function epochMilliToInstant(epochMilli) {
  return createEpochNanoSlots(checkEpochNanoInBounds(BigInt(toStrictInteger(epochMilli)) * bigNanoInMilli));
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
var transformZonedOptions = /* @__PURE__ */ createOptionsTransformer(dateTimeShapeFieldNames, [], [], {
  ...dateTimeDefaultShapeFields,
  timeZoneName: "short"
});
function refineDirectionOptions(options) {
  const normalizedOptions = normalizeOptionsOrString(options, "direction");
  const res = coerceDirection(normalizedOptions, 0);
  return res || throwRangeError(invalidEntity2("direction", res)), res;
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
var CalendarBranding = "Calendar";
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
function createNativeGetters(shimGetters) {
  return createPropGetters(Object.keys(shimGetters));
}
var timeGetters2 = /* @__PURE__ */ createNativeGetters(timeGetters);
var dateFieldGetters = /* @__PURE__ */ createNativeGetters(dateFieldGetters$1);

// node_modules/temporal-polyfill/chunks/funcApi.js
var PlainYearMonthRecordBranding = `${PlainYearMonthBranding}Record`;
var PlainMonthDayRecordBranding = `${PlainMonthDayBranding}Record`;
var PlainDateRecordBranding = `${PlainDateBranding}Record`;
var PlainDateTimeRecordBranding = `${PlainDateTimeBranding}Record`;
var PlainTimeRecordBranding = `${PlainTimeBranding}Record`;
var ZonedDateTimeRecordBranding = `${ZonedDateTimeBranding}Record`;
var InstantRecordBranding = `${InstantBranding}Record`;
var DurationRecordBranding = `${DurationBranding}Record`;
var CalendarRecordBranding = `${CalendarBranding}Record`;
var instantMap = /* @__PURE__ */ new WeakMap();
var zonedDateTimeMap = /* @__PURE__ */ new WeakMap();
function getInstantSlots(record3) {
  return getInstantSlotsIfPresent(record3) || invalidRecordType();
}
function getInstantSlotsIfPresent(record3) {
  return instantMap.get(record3);
}
function setInstantSlots(instance, slots) {
  instantMap.set(instance, slots);
}
function getZonedDateTimeSlots(record3) {
  return getZonedDateTimeSlotsIfPresent(record3) || invalidRecordType();
}
function getZonedDateTimeSlotsIfPresent(record3) {
  return zonedDateTimeMap.get(record3);
}
function setZonedDateTimeSlots(instance, slots) {
  zonedDateTimeMap.set(instance, slots);
}

// node_modules/temporal-polyfill/chunks/funcApi-native.js
function requireTimeZoneId(timeZoneId) {
  return "string" == typeof timeZoneId && timeZoneId.includes("[") && throwRangeError(invalidTimeZone(timeZoneId)), timeZoneId;
}
var getNativeZonedDateTime = getZonedDateTimeSlots;
var NativeZonedDateTimeRecord = /* @__PURE__ */ defineTemporalClass(ZonedDateTimeRecordBranding, class {
  get calendarId() {
    return getNativeZonedDateTime(this).calendarId;
  }
  get timeZoneId() {
    return getNativeZonedDateTime(this).timeZoneId;
  }
  get epochMilliseconds() {
    return getNativeZonedDateTime(this).epochMilliseconds;
  }
  get epochNanoseconds() {
    return getNativeZonedDateTime(this).epochNanoseconds;
  }
  toJSON() {
    return getNativeZonedDateTime(this).toJSON();
  }
  valueOf() {
    return getNativeZonedDateTime(this).valueOf();
  }
}, getNativeZonedDateTime, dateFieldGetters, timeGetters2);
function createNativeZonedDateTimeRecord(native) {
  const instance = Object.create(NativeZonedDateTimeRecord.prototype);
  return setZonedDateTimeSlots(instance, native), attachDebugString(instance), instance;
}
function offsetNanoseconds(record3) {
  return getNativeZonedDateTime(record3).offsetNanoseconds;
}
function getTimeZoneTransition(record3, options) {
  const resNative = getNativeZonedDateTime(record3).getTimeZoneTransition(options);
  return resNative ? createNativeZonedDateTimeRecord(resNative) : null;
}
var getNativeInstant = getInstantSlots;
var NativeInstantRecord = /* @__PURE__ */ defineTemporalClass(InstantRecordBranding, class {
  get epochMilliseconds() {
    return getNativeInstant(this).epochMilliseconds;
  }
  get epochNanoseconds() {
    return getNativeInstant(this).epochNanoseconds;
  }
  toJSON() {
    return getNativeInstant(this).toJSON();
  }
  valueOf() {
    return getNativeInstant(this).valueOf();
  }
});
function createNativeInstantRecord(native) {
  const instance = Object.create(NativeInstantRecord.prototype);
  return setInstantSlots(instance, native), attachDebugString(instance), instance;
}
function fromEpochMilliseconds(epochMilliseconds) {
  return createNativeInstantRecord(NativeTemporal.Instant.fromEpochMilliseconds(epochMilliseconds));
}
function toZonedDateTimeISO(record3, timeZoneId) {
  return createNativeZonedDateTimeRecord(getNativeInstant(record3).toZonedDateTimeISO(requireTimeZoneId(timeZoneId)));
}

// node_modules/temporal-polyfill/chunks/funcApi-shim.js
var getShimZonedDateTimeSlots = getZonedDateTimeSlots;
var ShimZonedDateTimeRecord = /* @__PURE__ */ defineTemporalClass(ZonedDateTimeRecordBranding, class {
  get calendarId() {
    return getCalendarSlotId(getShimZonedDateTimeSlots(this).calendar);
  }
  get timeZoneId() {
    return getShimZonedDateTimeSlots(this).timeZone.id;
  }
  get epochMilliseconds() {
    return epochNanoToMilli(getShimZonedDateTimeSlots(this).epochNanoseconds);
  }
  get epochNanoseconds() {
    return getShimZonedDateTimeSlots(this).epochNanoseconds;
  }
  toJSON() {
    return formatZonedDateTimeIsoAuto(getShimZonedDateTimeSlots(this));
  }
  valueOf() {
    return forbiddenValueOf2();
  }
}, getShimZonedDateTimeIsoSlots, dateFieldGetters$1, timeGetters);
function createShimZonedDateTimeRecord(slots) {
  const instance = Object.create(ShimZonedDateTimeRecord.prototype);
  return setZonedDateTimeSlots(instance, slots), attachDebugString(instance), instance;
}
function getShimZonedDateTimeIsoSlots(record3) {
  const slots = getShimZonedDateTimeSlots(record3);
  return {
    ...zonedEpochSlotsToIso(slots),
    calendar: slots.calendar
  };
}
function offsetNanoseconds2(record3) {
  return zonedEpochSlotsToIso(getShimZonedDateTimeSlots(record3)).offsetNanoseconds;
}
function getTimeZoneTransition2(record3, options) {
  const slots = getShimZonedDateTimeSlots(record3);
  const epochNanoseconds = slots.timeZone.C(slots.epochNanoseconds, refineDirectionOptions(options));
  return void 0 !== epochNanoseconds ? createShimZonedDateTimeRecord({
    ...slots,
    epochNanoseconds
  }) : null;
}
var endOfHour2 = /* @__PURE__ */ alignedZonedTime((slots) => ({
  hour: slots.hour,
  minute: 0,
  second: 0,
  millisecond: 0,
  microsecond: 0,
  nanosecond: 0
}), nanoInHour2 - 1);
var endOfMinute2 = /* @__PURE__ */ alignedZonedTime((slots) => ({
  hour: slots.hour,
  minute: slots.minute,
  second: 0,
  millisecond: 0,
  microsecond: 0,
  nanosecond: 0
}), nanoInMinute2 - 1);
var endOfSecond2 = /* @__PURE__ */ alignedZonedTime((slots) => ({
  hour: slots.hour,
  minute: slots.minute,
  second: slots.second,
  millisecond: 0,
  microsecond: 0,
  nanosecond: 0
}), nanoInSec2 - 1);
var endOfMillisecond2 = /* @__PURE__ */ alignedZonedTime((slots) => ({
  hour: slots.hour,
  minute: slots.minute,
  second: slots.second,
  millisecond: slots.millisecond,
  microsecond: 0,
  nanosecond: 0
}), nanoInMilli2 - 1);
var endOfMicrosecond2 = /* @__PURE__ */ alignedZonedTime((slots) => ({
  hour: slots.hour,
  minute: slots.minute,
  second: slots.second,
  millisecond: slots.millisecond,
  microsecond: slots.microsecond,
  nanosecond: 0
}), nanoInMicro2 - 1);
function alignedZonedTime(computeAlignment, nanoDelta = 0) {
  return (record3) => {
    const slots = getShimZonedDateTimeSlots(record3);
    const { timeZone: timeZone2 } = slots;
    const isoDateTime = zonedEpochSlotsToIso(slots);
    const alignedIsoDateTime = combineDateAndTime(isoDateTime, computeAlignment(isoDateTime));
    const epochNanoseconds = getInstantPreferringOffset(timeZone2, alignedIsoDateTime, isoDateTime.offsetNanoseconds) + BigInt(nanoDelta);
    return createShimZonedDateTimeRecord({
      ...slots,
      epochNanoseconds: checkEpochNanoInBounds(epochNanoseconds)
    });
  };
}
var getShimInstantSlots = getInstantSlots;
var ShimInstantRecord = /* @__PURE__ */ defineTemporalClass(InstantRecordBranding, class {
  get epochMilliseconds() {
    return epochNanoToMilli(getShimInstantSlots(this).epochNanoseconds);
  }
  get epochNanoseconds() {
    return getShimInstantSlots(this).epochNanoseconds;
  }
  toJSON() {
    return formatInstantIsoAuto(getShimInstantSlots(this));
  }
  valueOf() {
    return forbiddenValueOf2();
  }
});
function createShimInstantRecord(slots) {
  const instance = Object.create(ShimInstantRecord.prototype);
  return setInstantSlots(instance, slots), attachDebugString(instance), instance;
}
function fromEpochMilliseconds2(epochMilliseconds) {
  return createShimInstantRecord(epochMilliToInstant(epochMilliseconds));
}
function toZonedDateTimeISO2(record3, timeZoneId) {
  return createShimZonedDateTimeRecord(instantToZonedDateTime(getShimInstantSlots(record3), queryTimeZone(refineTimeZoneId(timeZoneId))));
}

// node_modules/temporal-polyfill/fns/Instant.js
var fromEpochMilliseconds3 = NativeTemporal ? fromEpochMilliseconds : fromEpochMilliseconds2;
var toZonedDateTimeISO3 = NativeTemporal ? toZonedDateTimeISO : toZonedDateTimeISO2;

// node_modules/temporal-polyfill/fns/ZonedDateTime.js
var offsetNanoseconds3 = NativeTemporal ? offsetNanoseconds : offsetNanoseconds2;
var getTimeZoneTransition3 = NativeTemporal ? getTimeZoneTransition : getTimeZoneTransition2;

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
  return knownStretches(zone2, from, to).filter(({ start, end }) => start < to && from < end).map(({ start, end, offset: offset3 }) => ({ start: Math.max(start, from), end: Math.min(end, to), offset: offset3 }));
}
function readLocal(zone2, local) {
  const near = stretches(zone2, local - FURTHEST, local + FURTHEST);
  const hits = near.flatMap(({ start, end, offset: offset3 }) => {
    const at = local - offset3;
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
  const there = toZonedDateTimeISO3(fromEpochMilliseconds3(start), zone2);
  const change = getTimeZoneTransition3(there, "next");
  return {
    start,
    end: change?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: offsetNanoseconds3(there) / 1e6
  };
}

// src/schedule/time.ts
var overlaps = (a, b) => a.start < b.end && b.start < a.end;
function formatInZone(at, zone2) {
  const local = at + offsetAt(zone2, at);
  return `${DAYS[dayIndex(local)]} ${date(local)} ${clock(local)} ${zone2}`;
}
function toIso(at, zone2) {
  const offset3 = offsetAt(zone2, at);
  const local = new Date(at + offset3).toISOString().slice(0, -".000Z".length);
  return `${local}${zone2 === "UTC" ? "Z" : formatOffset(offset3)}`;
}
function formatOffset(offset3) {
  const size = Math.abs(offset3);
  const seconds2 = Math.floor(size % MINUTE / SECOND);
  const [hh, mm, ss] = [Math.floor(size / HOUR), Math.floor(size % HOUR / MINUTE), seconds2].map(two);
  return `${offset3 < 0 ? "-" : "+"}${hh}:${mm}${seconds2 === 0 ? "" : `:${ss}`}`;
}
var dayIndex = (local) => {
  const THURSDAY = 4;
  return ((Math.floor(local / DAY) + THURSDAY) % 7 + 7) % 7;
};
var ISO = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?$/;
function parseInstant2(text, zone2) {
  const [, day2, hours2, minutes, seconds2 = "00", fraction = "", offset3] = ISO.exec(text) ?? [];
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
  if (offset3 !== void 0) {
    const at = local - parseOffset(text, offset3);
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
function parseOffset(text, offset3) {
  if (offset3 === "Z") return 0;
  const [hours2, minutes] = [Number(offset3.slice(1, 3)), Number(offset3.slice(4, 6))];
  const size = hours2 * HOUR + minutes * MINUTE;
  if (minutes > 59 || size > 18 * HOUR) {
    throw new RangeError(`${quoted(text)} has an offset that no place on Earth keeps: ${offset3}`);
  }
  return offset3.startsWith("-") ? -size : size;
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
var canonicalIds = /* @__PURE__ */ new Map();
function canonicalId(text) {
  if (!canonicalIds.has(text)) canonicalIds.set(text, lookUp(text));
  return canonicalIds.get(text);
}
function lookUp(text) {
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
var either = (env, name) => given(env, name) || inherited(env, name);
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
var dayOfWeek3 = (text) => {
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
var worded = (parser, sentence2) => (text) => {
  try {
    return parser(text);
  } catch (error2) {
    throw error2 instanceof RangeError ? new RangeError(sentence2(error2.message, text)) : error2;
  }
};
var timeZone = worded(parseZone, (phrase) => `${phrase}.`);
var duration = worded(parseDuration2, (phrase, text) => `${quoted(text)} ${phrase}.`);
var shortDuration = (text) => {
  const ms = duration(text);
  if (ms > MAX_TIMEOUT) throw new RangeError(`is at most 6h; ${quoted(text)} is more.`);
  return ms;
};
var NO_SECRETS = "pull requests from forks and from Dependabot get no secrets";
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
    const text = either(env, name) || SPECS[name].default;
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
  if (groupIds === void 0 && either(env, "groupId") === "")
    problems.push("groupId is missing: give the id of the Atlas project, or set MONGODB_ATLAS_PROJECT_ID.");
  const credential = parseCredential(env, problems, origins);
  const url = parseOr("baseUrl", baseUrl, DEFAULT_BASE_URL);
  const maintenanceDuration = parseOr("maintenanceDuration", duration, 0);
  const timeout = parseOr("timeout", shortDuration, 0);
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
    const day2 = parse2("dayOfWeek", dayOfWeek3);
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
    const zone2 = parse2("deployTimeZone", timeZone);
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
      deployEnd: text("deployEnd"),
      deployWindow: text("deployWindow"),
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
  const asInput = (name) => given(env, name);
  const value = (name) => either(env, name);
  const mentioned = (of) => CREDENTIALS.filter(({ names }) => names.some((name) => of(name) !== ""));
  const asInputs = mentioned(asInput);
  const whole = asInputs.filter(({ names }) => names.every((name) => asInput(name) !== ""));
  if (whole.length > 1) {
    problems.push(
      `Two kinds of credentials are given, ${listed(whole.map(({ title, names }) => `${title} (${names.join(", ")})`))}: keep one.`
    );
    return void 0;
  }
  const candidates = asInputs.length > 0 ? asInputs : mentioned(value).slice(0, 1);
  const [winner] = candidates;
  if (winner === void 0) {
    problems.push(
      `No credentials: give clientId and clientSecret, publicKey and privateKey, or accessToken, or set the environment variables of the Atlas CLI. If the workflow passes them already, they are empty: ${NO_SECRETS}.`
    );
    return void 0;
  }
  const halves = candidates.filter(({ names }) => names.some((name) => value(name) === ""));
  problems.push(...halves.map(({ names }) => halfProblem(names, value)));
  if (halves.length > 0) return void 0;
  const source = winner.names.map(
    (name) => asInput(name) === "" ? SPECS[name].env ?? name : `input ${name}`
  );
  origins.push(`Signing in with the ${winner.title} from ${listed(source)}.`);
  switch (winner.kind) {
    case "accessToken":
      return { kind: winner.kind, accessToken: value("accessToken") };
    case "serviceAccount":
      return { kind: winner.kind, clientId: value("clientId"), clientSecret: value("clientSecret") };
    case "apiKey":
      return { kind: winner.kind, publicKey: value("publicKey"), privateKey: value("privateKey") };
  }
}
function halfProblem(names, value) {
  const has = names.filter((name) => value(name) !== "");
  const lacks = names.filter((name) => value(name) === "");
  const why = lacks.some((name) => SPECS[name].secret) ? ` (if it comes from a secret, that secret is empty: ${NO_SECRETS})` : "";
  return `${lacks.join("")} is missing or empty, but ${has.join("")} is given: the two go together${why}.`;
}

// src/operations/project.ts
async function read({ atlas, outcome }) {
  const window = await atlas.getWindow(outcome.groupId);
  if (window.timeZoneId !== void 0) requireZone(window.timeZoneId);
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
var isRefusal = (error2, code) => error2 instanceof AtlasError && error2.outcome === "refused" && (code === void 0 || error2.code === code);
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
  let uncertain = false;
  try {
    await retry(
      async () => {
        attempts += 1;
        if (attempts > 1) {
          await pause(SETTLE_MS, project.deadline);
          if (took(await read(project))) return;
        }
        uncertain = true;
        await send().catch((error2) => {
          uncertain = !(error2 instanceof AtlasError && error2.outcome === "refused");
          throw error2;
        });
      },
      { deadline: project.deadline, log: project.log }
    );
    if (took(await read(project))) return;
  } catch (error2) {
    if (!uncertain || !(error2 instanceof AtlasError)) throw error2;
    throw error2.as("unknown").with(
      "It may have taken effect all the same: look at the project in Atlas before you run the step again"
    );
  }
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
  if (project.dryRun) return { did: "wouldSend", method: "POST", path: autoDeferPath(outcome.groupId) };
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
  if (project.dryRun) return { did: "wouldSend", method: "POST", path: deferPath(project.outcome.groupId) };
  try {
    await deferOnce(project, before);
  } catch (error2) {
    const nothing = isRefusal(error2, "ATLAS_MAINTENANCE_NOT_SCHEDULED");
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
  for (const { start, end, offset: offset3 } of known2) {
    local ??= firstLocal(window, start + offset3);
    for (; local < end + offset3; local += WEEK) {
      const skipped = local < start + offset3;
      const at = local - (skipped ? before : offset3);
      if (from <= at && at < to) starts.push(at);
    }
    before = offset3;
  }
  return starts;
}
function nextWeeklyStart(window, from) {
  const [first] = weeklyStarts(window, from, from + 2 * WEEK);
  if (first === void 0) throw new RangeError(`No weekly start in two weeks in ${window.timeZoneId}`);
  return first;
}
var MARGIN = 2 * DAY;
function firstLocal({ dayOfWeek: dayOfWeek4, hourOfDay: hourOfDay2 }, from) {
  const sunday = Math.floor(from / DAY) * DAY - dayIndex(from) * DAY;
  const local = sunday + (dayOfWeek4 - 1) * DAY + hourOfDay2 * HOUR;
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
  announced: ({ running, plan }, event, startAfter2) => ({
    ...running && { running },
    plan: setStart(isDue(plan, event.created) ? void 0 : plan, event, startAfter2)
  }),
  // The scheduled start moves one week later. Without an announcement it was the first start from then on.
  deferred: (story, event, startAfter2) => {
    const { starts, byHand, announced } = story.plan ?? setStart(void 0, event, startAfter2);
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
  nextWindow: ({ plan }, event, startAfter2) => ({ plan: setStart(plan, event, startAfter2) }),
  // It is what was scheduled that runs, unless that is still to come and another runs already.
  running: (story, { created, eventTypeName }) => story.running && story.plan && !isDue(story.plan, created) ? story : { running: story.running ?? { since: created, by: eventTypeName } },
  // One end ends one maintenance: what was announced while another ran is still to come.
  over: ({ running, plan }) => running && plan ? { plan } : {}
};
var isDue = (plan, at) => plan !== void 0 && (plan.starts.at(-1) ?? plan.starts[0]) <= at;
function setStart(plan, event, startAfter2) {
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
      if (!isRefusal(error2)) throw error2;
      return { ...judged(view), deferral: { refused: error2.message } };
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
    if (!isRefusal(error2, "ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED")) throw error2;
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
  const dayOfWeek4 = wish.dayOfWeek ?? current?.dayOfWeek;
  const hourOfDay2 = wish.hourOfDay ?? current?.hourOfDay;
  if (dayOfWeek4 === void 0 || hourOfDay2 === void 0)
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
  const same = Object.keys(differing).length === 0 && dayOfWeek4 === current?.dayOfWeek && hourOfDay2 === current.hourOfDay;
  return same ? void 0 : { dayOfWeek: dayOfWeek4, hourOfDay: hourOfDay2, ...differing };
}
var sameHours = (a, b) => a?.startHourOfDay === b?.startHourOfDay && a?.endHourOfDay === b?.endHourOfDay;

// src/report/instants.ts
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
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 1) return "less than a minute";
  if (minutes < 120) return `${minutes} min`;
  return minutes < 72 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
}

// src/report/words.ts
var MOST_DEFERRALS = 2;
var DAYS4 = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
var dayName = (dayOfWeek4) => DAYS4[dayOfWeek4 - 1] ?? `day ${dayOfWeek4}`;
var hourText = (hourOfDay2) => `${String(hourOfDay2).padStart(2, "0")}:00`;
var weekly = (window) => `every ${dayName(window.dayOfWeek)} at ${hourText(window.hourOfDay)} (${plain(window.timeZoneId, 60)})`;
function zonesOf(window, { gate: gate2 }) {
  return [...new Set([window?.timeZoneId, gate2?.zone.id, "UTC"].filter((zone2) => zone2 !== void 0))];
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
      return ["The scheduled maintenance was deferred by one week.", usedText(window)];
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
    ...nextTexts(view, context, zones)
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
function nextTexts(view, { gate: gate2 }, zones) {
  const { judgement, deploys } = view;
  const { nextStart, nextEnd } = judgement;
  if (nextStart === void 0 || nextEnd === void 0 || nextStart === plannedOf(view)?.start) return [];
  const next = `The weekly window next starts ${inZones(nextStart, zones)}`;
  const passedOver = deploys.some((deploy) => overlaps(deploy, { start: nextStart, end: nextEnd }));
  return passedOver && gate2?.blockOn === "scheduled" ? [`${next}; nothing is announced for that start, so with \`blockOn: scheduled\` it does not count.`] : [`${next}.`];
}
function deferredText(view, zones) {
  const to = plannedOf(view);
  const used = view.window.configured ? ` ${usedText(view.window)}` : "";
  return `The scheduled maintenance was deferred by one week${to ? `, to ${inZones(to.start, zones)}` : ""}.${used}`;
}
function undeferredTexts({ view, deferral }, block, { gate: gate2 }) {
  if (typeof deferral === "object") return [`It could not be deferred: ${sentence(deferral.refused)}`];
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
var import_node_crypto2 = __toESM(require_node_crypto(), 1);
var import_node_fs2 = __toESM(require_node_fs(), 1);
var import_promises2 = __toESM(require_promises(), 1);

// src/report/markdown.ts
var ZERO_WIDTH_SPACE = "&#8203;";
var escaped = (text) => text.replace(/[&<>`\\*_[\]#|~$]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/@|&#35;|GH-(?=\d)|:(?=\/\/)|www(?=\.)/gi, `$&${ZERO_WIDTH_SPACE}`).replace(/\r?\n/g, "<br>");
var prose = (text) => escaped(text).replace(/&#96;((?:(?!&#96;|<br>).)+)&#96;/g, "<code>$1</code>");
var link = (text, url) => `[${escaped(text)}](${url.replace(/[()\\`|*_~$&'"<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;
var alert = (kind, paragraphs) => [`[!${kind}]`, paragraphs.join("\n\n")].join("\n").split("\n").map((line) => line === "" ? ">" : `> ${line}`).join("\n");
var table = (head, rows) => [head, head.map(() => ":--"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
var details = (summary2, body) => `<details>
<summary>${summary2}</summary>

${body}

</details>`;

// src/report/sink.ts
var import_node_fs = __toESM(require_node_fs(), 1);

// node_modules/@actions/core/lib/command.js
var os = __toESM(require_os());

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
var crypto = __toESM(require_crypto());
var fs = __toESM(require_fs());
var os2 = __toESM(require_os());
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
  const delimiter2 = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter2)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter2}"`);
  }
  if (convertedValue.includes(delimiter2)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter2}"`);
  }
  return `${key}<<${delimiter2}${os2.EOL}${convertedValue}${os2.EOL}${delimiter2}`;
}

// node_modules/@actions/core/lib/core.js
var os3 = __toESM(require_os());
var path = __toESM(require_path());
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
  process.stdout.write(os3.EOL);
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
  process.stdout.write(message + os3.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}

// src/report/sink.ts
var TITLE = "Atlas maintenance gate";
var inert = (lines) => lines.replace(/^(\s*):(?=:)/gm, "$1: ").replaceAll("##[", "# #[");
function createSink(env) {
  const secrets = /* @__PURE__ */ new Set();
  let redact = redactor(secrets);
  return {
    info: (line) => info(inert(redact(line))),
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
      for (const [name, value] of outputs) info(inert(redact(`  ${name}=${value}`)));
    },
    writeSummary(markdown) {
      const file = env.GITHUB_STEP_SUMMARY;
      if (!file) return;
      if (!(0, import_node_fs.existsSync)(file)) throw new Error(`there is no file ${file}`);
      (0, import_node_fs.appendFileSync)(file, redact(markdown));
    }
  };
}

// src/report/github.ts
var MOST_DESCRIPTION = 140;
var MOST_COMMENT = 65e3;
async function publish(sink, inputs, publication, { env, deadline }) {
  const { commitStatusContext: context, commentOnPullRequest: when } = inputs;
  const attempt = async (doing, permission, work) => {
    try {
      const run2 = thisRun(env);
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
  const { defaults, getOctokitOptions, GitHub } = await import("./github.js");
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
function thisRun(env) {
  const event = readEvent(env.GITHUB_EVENT_PATH);
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
function readEvent(path2) {
  try {
    return path2 ? JSON.parse((0, import_node_fs2.readFileSync)(path2, "utf8")) : void 0;
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
async function comment(api, run2, create3, { comment: text, groupIds }) {
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
  if (!create3) return `Nothing stands in the way, and ${on} has no comment to update.`;
  checked(await api.issues.createComment({ owner, repo, issue_number, body }));
  return `Commented on ${on}.`;
}
var markerOf = (key) => `<!-- atlas-maintenance-gate ${(0, import_node_crypto2.createHash)("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 20)} -->`;
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
      await (0, import_promises2.setTimeout)(wait, void 0, { signal: deadline.signal });
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
  const add3 = (label, interval, style) => {
    if (maintenance.has(interval.start)) return;
    if (block && style === void 0 && !overlaps(interval, around(block))) return;
    maintenance.set(interval.start, { section: "Maintenance", label, ...interval, ...style && { style } });
  };
  if (block) add3(REASONS[block.reason], block.maintenance, "crit");
  if (state.kind === "running") {
    const end = Math.max(state.since, now) + maintenanceDuration;
    add3(REASONS.running, { start: state.since, end });
  }
  const planned2 = plannedOf({ state });
  if (planned2) add3(REASONS.scheduled, scheduledInterval(planned2, maintenanceDuration, now));
  if (nextStart !== void 0) {
    const counts = context.gate?.blockOn === "window" || state.kind === "unknown";
    const label = counts ? REASONS.weekly : `${REASONS.weekly}, nothing announced`;
    add3(label, { start: nextStart, end: nextStart + maintenanceDuration });
  }
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
    const lines = [...settingLines(outcome, context), ...many ? [results[index]?.message ?? ""] : []];
    if (lines.length === 0) continue;
    sink.startGroup(`Project ${outcome.groupId}`);
    for (const line of lines) sink.info(line);
    sink.endGroup();
  }
  const named = (outcome, text) => many ? `Project ${outcome.groupId}: ${text}` : text;
  const notices = [...inputs.notices, ...ending.skew === void 0 ? [] : [skewText(ending.skew)]];
  for (const [index, outcome] of outcomes.entries()) {
    for (const warning2 of outcome.warnings) sink.warning(named(outcome, warning2), { title: TITLE });
    const result = results[index];
    if (result && isWorthKnowing(outcome, result)) notices.push(named(outcome, result.message));
  }
  for (const notice2 of notices) sink.notice(notice2, { title: TITLE });
  if (ending.closing !== void 0) sink.warning(ending.closing, { title: TITLE });
  const written = write(sink, toOutputs(results, message), summary(outcomes, message, context));
  if (failed)
    sink.error(message, { title: `${TITLE}: ${operation2 === "gate" ? "blocked" : `${operation2} failed`}` });
  else if (warned) sink.warning(message, { title: `${TITLE}: warning` });
  else if (!notices.includes(message)) sink.info(message);
  if (task.operation === "gate") {
    const standings = outcomes.map(standingOf);
    const waiting = standings.includes("tooEarly") && !standings.some((is2) => is2 === "failed" || is2 === "blocked");
    const [single2] = outcomes;
    await publish(
      sink,
      inputs.github,
      {
        state: waiting ? "pending" : failed || !written ? "failure" : "success",
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
function reportInputError(sink, error2) {
  write(sink, toOutputs([], error2.message), errorSummary(error2.message));
  sink.error(error2.message, { title: `${TITLE}: inputs` });
  return false;
}
function write(sink, outputs, markdown) {
  let written = true;
  try {
    sink.setOutputs(outputs);
  } catch (error2) {
    written = false;
    sink.error(`The outputs could not be written to the file that GITHUB_OUTPUT names: ${reason(error2)}.`, {
      title: `${TITLE}: outputs`
    });
  }
  try {
    sink.writeSummary(markdown);
  } catch (error2) {
    sink.warning(`The job summary could not be written: ${reason(error2)}.`, { title: TITLE });
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
var WARM_UP_MS = 5;
var PUBLISHING_MS = 5e3;
async function run(env, cancelled, sink = createSink(env)) {
  for (const secret of secretsIn(env)) sink.mask(secret);
  let inputs;
  try {
    inputs = parseInputs(env);
  } catch (error2) {
    if (!(error2 instanceof InputError)) throw error2;
    return reportInputError(sink, error2);
  }
  for (const line of inputs.origins) sink.info(line);
  const deadline = createDeadline(inputs.timeout, cancelled);
  const atlas = createAtlas({ ...inputs, deadline, log: sink, userAgent: "atlas-maintenance-gate" });
  const operate = operation(inputs.task, inputs.maintenanceDuration);
  const tell2 = progress(sink, inputs.groupIds.length);
  const working = inTurns(CONCURRENCY, inputs.groupIds, async (groupId2) => {
    const outcome = await workOn(groupId2, { atlas, deadline, dryRun: inputs.dryRun, log: sink }, operate);
    tell2(outcome);
    return outcome;
  });
  setTimeout(() => parseZone("UTC"), WARM_UP_MS).unref();
  const outcomes = await working;
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
  sink.error(message, { title: `${TITLE}: defect` });
}
var nameOf = (cause) => cause instanceof Error ? cause.name : typeof cause;
async function workOn(groupId2, tools, operate) {
  const outcome = { groupId: groupId2, changed: false, deferred: false, warnings: [] };
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
