import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_modules__ = {
  /***/
  770: (
    /***/
    ((module, __unused_webpack_exports, __nccwpck_require__2) => {
      module.exports = __nccwpck_require__2(218);
    })
  ),
  /***/
  218: (
    /***/
    ((__unused_webpack_module, exports, __nccwpck_require__2) => {
      var net = __nccwpck_require__2(9278);
      var tls = __nccwpck_require__2(4756);
      var http = __nccwpck_require__2(8611);
      var https = __nccwpck_require__2(5692);
      var events = __nccwpck_require__2(4434);
      var assert = __nccwpck_require__2(2613);
      var util = __nccwpck_require__2(9023);
      exports.httpOverHttp = httpOverHttp;
      exports.httpsOverHttp = httpsOverHttp;
      exports.httpOverHttps = httpOverHttps;
      exports.httpsOverHttps = httpsOverHttps;
      function httpOverHttp(options) {
        var agent = new TunnelingAgent(options);
        agent.request = http.request;
        return agent;
      }
      function httpsOverHttp(options) {
        var agent = new TunnelingAgent(options);
        agent.request = http.request;
        agent.createSocket = createSecureSocket;
        agent.defaultPort = 443;
        return agent;
      }
      function httpOverHttps(options) {
        var agent = new TunnelingAgent(options);
        agent.request = https.request;
        return agent;
      }
      function httpsOverHttps(options) {
        var agent = new TunnelingAgent(options);
        agent.request = https.request;
        agent.createSocket = createSecureSocket;
        agent.defaultPort = 443;
        return agent;
      }
      function TunnelingAgent(options) {
        var self = this;
        self.options = options || {};
        self.proxyOptions = self.options.proxy || {};
        self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
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
    })
  ),
  /***/
  2613: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");
    })
  ),
  /***/
  4434: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");
    })
  ),
  /***/
  9896: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
    })
  ),
  /***/
  8611: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");
    })
  ),
  /***/
  5692: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");
    })
  ),
  /***/
  9278: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");
    })
  ),
  /***/
  4589: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");
    })
  ),
  /***/
  6698: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");
    })
  ),
  /***/
  4573: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
    })
  ),
  /***/
  7540: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");
    })
  ),
  /***/
  7598: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
    })
  ),
  /***/
  3053: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");
    })
  ),
  /***/
  610: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");
    })
  ),
  /***/
  8474: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
    })
  ),
  /***/
  7067: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
    })
  ),
  /***/
  2467: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");
    })
  ),
  /***/
  7030: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
    })
  ),
  /***/
  643: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");
    })
  ),
  /***/
  1792: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");
    })
  ),
  /***/
  7075: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
    })
  ),
  /***/
  1692: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
    })
  ),
  /***/
  3136: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
    })
  ),
  /***/
  7975: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
    })
  ),
  /***/
  3429: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");
    })
  ),
  /***/
  5919: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
    })
  ),
  /***/
  8522: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
    })
  ),
  /***/
  857: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
    })
  ),
  /***/
  3193: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
    })
  ),
  /***/
  4756: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");
    })
  ),
  /***/
  9023: (
    /***/
    ((module) => {
      module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");
    })
  )
  /******/
};
var __webpack_module_cache__ = {};
function __nccwpck_require__(moduleId) {
  var cachedModule = __webpack_module_cache__[moduleId];
  if (cachedModule !== void 0) {
    return cachedModule.exports;
  }
  var module = __webpack_module_cache__[moduleId] = {
    /******/
    // no module.id needed
    /******/
    // no module.loaded needed
    /******/
    exports: {}
    /******/
  };
  var threw = true;
  try {
    __webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
    threw = false;
  } finally {
    if (threw) delete __webpack_module_cache__[moduleId];
  }
  return module.exports;
}
__nccwpck_require__.m = __webpack_modules__;
if (typeof __nccwpck_require__ !== "undefined") __nccwpck_require__.ab = decodeURIComponent(new URL(".", import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
(() => {
  var getProto = Object.getPrototypeOf ? (obj) => Object.getPrototypeOf(obj) : (obj) => obj.__proto__;
  var leafPrototypes;
  __nccwpck_require__.t = function(value, mode) {
    if (mode & 1) value = this(value);
    if (mode & 8) return value;
    if (typeof value === "object" && value) {
      if (mode & 4 && value.__esModule) return value;
      if (mode & 16 && typeof value.then === "function") return value;
    }
    var ns = /* @__PURE__ */ Object.create(null);
    __nccwpck_require__.r(ns);
    var def = {};
    leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
    for (var current = mode & 2 && value; typeof current == "object" && !~leafPrototypes.indexOf(current); current = getProto(current)) {
      Object.getOwnPropertyNames(current).forEach((key) => def[key] = () => value[key]);
    }
    def["default"] = () => value;
    __nccwpck_require__.d(ns, def);
    return ns;
  };
})();
(() => {
  __nccwpck_require__.d = (exports, definition) => {
    for (var key in definition) {
      if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
        Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
      }
    }
  };
})();
(() => {
  __nccwpck_require__.f = {};
  __nccwpck_require__.e = (chunkId) => {
    return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
      __nccwpck_require__.f[key](chunkId, promises);
      return promises;
    }, []));
  };
})();
(() => {
  __nccwpck_require__.u = (chunkId) => {
    return "" + chunkId + ".index.js";
  };
})();
(() => {
  __nccwpck_require__.o = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop);
})();
(() => {
  __nccwpck_require__.r = (exports) => {
    if (typeof Symbol !== "undefined" && Symbol.toStringTag) {
      Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
    }
    Object.defineProperty(exports, "__esModule", { value: true });
  };
})();
(() => {
  var installedChunks = {
    /******/
    792: 0
    /******/
  };
  var installChunk = (data) => {
    var { ids, modules, runtime } = data;
    var moduleId, chunkId, i = 0;
    for (moduleId in modules) {
      if (__nccwpck_require__.o(modules, moduleId)) {
        __nccwpck_require__.m[moduleId] = modules[moduleId];
      }
    }
    if (runtime) runtime(__nccwpck_require__);
    for (; i < ids.length; i++) {
      chunkId = ids[i];
      if (__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
        installedChunks[chunkId][0]();
      }
      installedChunks[ids[i]] = 0;
    }
  };
  __nccwpck_require__.f.j = (chunkId, promises) => {
    var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : void 0;
    if (installedChunkData !== 0) {
      if (installedChunkData) {
        promises.push(installedChunkData[1]);
      } else {
        if (true) {
          var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
            if (installedChunks[chunkId] !== 0) installedChunks[chunkId] = void 0;
            throw e;
          });
          var promise = Promise.race([promise, new Promise((resolve) => installedChunkData = installedChunks[chunkId] = [resolve])]);
          promises.push(installedChunkData[1] = promise);
        }
      }
    }
  };
})();
var external_node_crypto_ = __nccwpck_require__(7598);
// src/deadline.js
const monotonic = () => Number(process.hrtime.bigint()) / 1e6;
const MAX_TIMER_MS = 2 ** 31 - 1;
function createDeadline(timeoutMs, cancelled) {
  let end = 0;
  let controller = new AbortController();
  let timer;
  const renew = () => {
    clearTimeout(timer);
    end = monotonic() + timeoutMs;
    const own = new AbortController();
    controller = own;
    timer = setTimeout(() => own.abort(new DOMException("The deadline has passed.", "TimeoutError")), Math.min(timeoutMs, MAX_TIMER_MS)).unref();
    if (cancelled?.aborted)
      own.abort(cancelled.reason);
  };
  renew();
  cancelled?.addEventListener("abort", () => controller.abort(cancelled.reason), { once: true });
  return {
    get signal() {
      return controller.signal;
    },
    remaining: () => Math.max(0, end - monotonic()),
    total: timeoutMs,
    renew
  };
}
// external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
var external_os_ = __nccwpck_require__(857);
// node_modules/@actions/core/lib/utils.js
function utils_toCommandValue(input2) {
  if (input2 === null || input2 === void 0) {
    return "";
  } else if (typeof input2 === "string" || input2 instanceof String) {
    return input2;
  }
  return JSON.stringify(input2);
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
function command_issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = "") {
  command_issueCommand(name, {}, message);
}
const CMD_STRING = "::";
class Command {
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
}
function escapeData(s) {
  return utils_toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return utils_toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
var external_fs_ = __nccwpck_require__(9896);
// node_modules/@actions/core/lib/file-command.js
function file_command_issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!external_fs_.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
    encoding: "utf8"
  });
}
function file_command_prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
  const convertedValue = utils_toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
// external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  command_issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return file_command_issueFileCommand("OUTPUT", file_command_prepareKeyValueMessage(name, value));
  }
  process.stdout.write(external_os_.EOL);
  command_issueCommand("set-output", { name }, utils_toCommandValue(value));
}
function debug(message) {
  command_issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  command_issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  command_issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  command_issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + external_os_.EOL);
}
function startGroup(name) {
  command_issue("group", name);
}
function endGroup() {
  command_issue("endgroup");
}
// src/text.js
function plain(text, max = 300) {
  const line2 = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]+/gu, " ").replace(/ {2,}/g, " ").replaceAll("##[", "# #[").replace(/:(?=:)/g, ": ").trim();
  return line2.length > max ? `${line2.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}…` : line2;
}
const quoted = (text, max = 80) => `"${plain(text, max)}"`;
const MIN_LINE = 8;
const secretParts = (secret) => [secret, ...secret.split(/[\r\n]+/).filter((line2) => line2.length >= MIN_LINE)].filter((part) => !isBlank(part));
const isBlank = (text) => !/[^\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
function redactor(secrets) {
  const known2 = new Set([...secrets].flatMap(secretParts).flatMap((part) => [part, part.toWellFormed(), plain(part, Number.POSITIVE_INFINITY)]).filter((part) => !isBlank(part)));
  if (known2.size === 0)
    return (text) => text;
  return (text) => {
    return blotted(text, readings(text).flatMap((reading) => inOriginal(occurrences(reading.text, known2), reading)));
  };
}
const MAX_READINGS = 64;
function readings(text) {
  const found = [{ text }];
  const texts = /* @__PURE__ */ new Set([text]);
  for (const from of found)
    for (const encoding of ENCODINGS) {
      const text2 = decode(from.text, encoding);
      if (texts.has(text2))
        continue;
      if (found.length === MAX_READINGS)
        return found;
      texts.add(text2);
      found.push({ text: text2, decoded: { from, encoding } });
    }
  return found;
}
const PERCENT = /%[cdCD]H%[89abAB]H|%[eE]H(?:%[89abAB]H){2}|%[fF][0-7](?:%[89abAB]H){3}|%HH|%uHHHH/.source.replaceAll("H", "[\\da-fA-F]");
function meaningInUrl(spelled) {
  if (spelled.startsWith("%u"))
    return String.fromCharCode(Number.parseInt(spelled.slice(2), 16));
  const bytes = Buffer.from(spelled.replaceAll("%", ""), "hex");
  const text = bytes.toString();
  return bytes.length === 1 && text === "�" ? bytes.toString("latin1") : text;
}
const LETTERS = { b: "\b", f: "\f", n: "\n", r: "\r", t: "	" };
const ENCODINGS = [
  { spelled: new RegExp(PERCENT, "g"), meaning: meaningInUrl },
  {
    spelled: new RegExp(`${PERCENT}|\\+`, "g"),
    meaning: (spelled) => spelled === "+" ? " " : meaningInUrl(spelled)
  },
  {
    spelled: /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|[bfnrt]|[^\da-zA-Z])/g,
    meaning: (spelled) => /^\\[ux]/.test(spelled) ? String.fromCharCode(Number.parseInt(spelled.slice(2), 16)) : LETTERS[spelled.slice(1)] ?? spelled.slice(1)
  },
  { spelled: /&#\d{1,9};?|&#[xX][\da-fA-F]{1,9};?|&[a-zA-Z]{2,8};|<br>|<\/?code>/g, meaning: meaningInHtml }
];
const NAMES = new Map([
  ...[
    ..."! excl \" quot # num $ dollar % percnt & amp ' apos ( lpar ) rpar * ast * midast + plus , comma . period / sol : colon ; semi < lt = equals > gt ? quest @ commat [ lsqb [ lbrack \\ bsol ] rsqb ] rbrack ^ hat _ lowbar _ underbar ` grave { lcub { lbrace | verbar | vert } rcub } rbrace".matchAll(/(\S) (\S+)/g)
  ].map(([, sign = "", name = ""]) => [name, sign]),
  ["tab", "	"],
  ["newline", "\n"],
  ["nbsp", " "]
]);
function meaningInHtml(spelled) {
  if (spelled === "<br>")
    return "\n";
  if (spelled.endsWith("code>"))
    return "`";
  const [, hex, decimal] = /^&#(?:[xX](\w+)|(\d+))/.exec(spelled) ?? [];
  if (hex === void 0 && decimal === void 0)
    return NAMES.get(spelled.slice(1, -1).toLowerCase());
  const code = hex === void 0 ? Number(decimal) : Number.parseInt(hex, 16);
  if (code === 8203)
    return "";
  return code <= 1114111 ? String.fromCodePoint(code) : void 0;
}
function decode(text, { spelled, meaning }, changes2) {
  let shift = 0;
  return text.replace(spelled, (spelling, at2) => {
    const meant = meaning(spelling) ?? spelling;
    const start = at2 + shift;
    changes2?.push({ before: [at2, at2 + spelling.length], after: [start, start + meant.length] });
    shift += meant.length - spelling.length;
    return meant;
  });
}
function inOriginal(spans, { decoded }) {
  if (spans.length === 0 || decoded === void 0)
    return spans;
  const { from, encoding } = decoded;
  const changes2 = [];
  decode(from.text, encoding, changes2);
  const place = (at2, side) => {
    const change = lastUpTo(changes2, at2);
    if (change === void 0)
      return at2 + side;
    return at2 < change.after[1] ? change.before[side] : change.before[1] + at2 - change.after[1] + side;
  };
  return inOriginal(spans.map(([start, end]) => [place(start, 0), place(end - 1, 1)]), from);
}
function lastUpTo(changes2, at2) {
  let low = 0;
  let high = changes2.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((changes2[middle]?.after[0] ?? 0) <= at2)
      low = middle + 1;
    else
      high = middle;
  }
  return changes2[low - 1];
}
function occurrences(text, words) {
  const spans = [];
  for (const word of words) {
    for (let at2 = text.indexOf(word); at2 >= 0; at2 = text.indexOf(word, at2 + word.length))
      spans.push([at2, at2 + word.length]);
    for (let end = text.indexOf("…"); end >= 0; end = text.indexOf("…", end + 1)) {
      const length = beginningOf(word, text.slice(Math.max(0, end - word.length), end));
      if (length > 0)
        spans.push([end - length, end]);
    }
  }
  return spans;
}
function beginningOf(word, text) {
  const first = word.slice(0, MIN_LINE);
  if (first.length < MIN_LINE)
    return 0;
  for (let at2 = text.indexOf(first); at2 >= 0; at2 = text.indexOf(first, at2 + 1))
    if (word.startsWith(text.slice(at2)))
      return text.length - at2;
  return 0;
}
function blotted(text, spans) {
  let left = "";
  let at2 = 0;
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    if (end <= at2)
      continue;
    if (start >= at2)
      left += `${text.slice(at2, start)}***`;
    at2 = end;
  }
  return left + text.slice(at2);
}
const coded = (message, code) => `${message}. Code: ${code}`;
const listed = (parts, word = "and") => parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
const counted = (count2, what) => count2 === 1 ? `one ${what}` : `${count2} ${what}s`;
const MAX_QUOTED = 5;
const fewOf = (parts, word = "and") => parts.length > MAX_QUOTED ? `${parts.slice(0, MAX_QUOTED).join(", ")} ${word} ${parts.length - MAX_QUOTED} more` : listed(parts, word);
function shortened(text, most) {
  if (text.length <= most)
    return text;
  const cut2 = text.slice(0, most - 1);
  const end = cut2.lastIndexOf(" ");
  return `${cut2.slice(0, end > most / 2 ? end : void 0).replace(/[\s.,;:([]+$|[\ud800-\udbff]$/, "")}…`;
}
// src/report/voice.js
const inert = (lines) => lines.replace(/^(\s*):(?=:)/gm, "$1: ").replaceAll("##[", "# #[");
const runner = {
  info: (line2) => info(inert(line2)),
  debug,
  notice,
  warning,
  error,
  success: (message) => info(inert(message)),
  startGroup,
  endGroup,
  picture: () => {
  },
  hide: setSecret
};
const BOLD = 1;
const DIM = 2;
const RED = 31;
const GREEN = 32;
const YELLOW = 33;
const CYAN = 36;
const takesColour = ({ FORCE_COLOR, NO_COLOR, TERM }, isTerminal) => FORCE_COLOR ? FORCE_COLOR !== "0" : !NO_COLOR && TERM !== "dumb" && isTerminal;
function terminal(env2, out = process.stdout) {
  const colours = takesColour(env2, out.isTTY === true);
  const debugs = env2.RUNNER_DEBUG === "1" || env2.ACTIONS_STEP_DEBUG === "true";
  const painted = (colour, text) => colours ? `\x1B[${colour}m${text}\x1B[0m` : text;
  let indent = "";
  const write2 = (text) => {
    out.write(`${inert(text).replace(/^(?=.)/gm, indent)}
`);
  };
  const marked = (mark, colour) => (message) => {
    const [first = "", ...others] = message.split("\n");
    write2([painted(colour, `${mark} ${first}`), ...others.map((line2) => `  ${line2}`)].join("\n"));
  };
  return {
    info: write2,
    debug: (line2) => {
      if (debugs)
        write2(painted(DIM, line2));
    },
    notice: marked("•", CYAN),
    warning: marked("!", YELLOW),
    error: marked("✗", RED),
    success: marked("✓", GREEN),
    startGroup(title) {
      write2(painted(BOLD, title));
      indent = "  ";
    },
    endGroup() {
      indent = "";
      write2("");
    },
    picture: (text) => write2(`
${text}`),
    hide: () => {
    }
  };
}
// src/report/sink.js
const TITLE = "Atlas maintenance gate";
function createSink(env2) {
  const secrets = /* @__PURE__ */ new Set();
  let redact = redactor(secrets);
  const voice = env2.GITHUB_ACTIONS ? runner : terminal(env2);
  return {
    info: (line2) => voice.info(redact(line2)),
    debug: (line2) => voice.debug(redact(line2)),
    notice: (message, properties) => voice.notice(redact(message), properties),
    warning: (message, properties) => voice.warning(redact(message), properties),
    error: (message, properties) => voice.error(redact(message), properties),
    success: (message) => voice.success(redact(message)),
    startGroup: (title) => voice.startGroup(redact(title)),
    endGroup: () => voice.endGroup(),
    picture: (text) => voice.picture(redact(text)),
    mask(secret) {
      for (const part of secretParts(secret))
        if (!secrets.has(part)) {
          secrets.add(part);
          voice.hide(part);
        }
      redact = redactor(secrets);
    },
    redact: (text) => redact(text),
    setOutputs(outputs) {
      for (const [name, value] of outputs)
        if (env2.GITHUB_OUTPUT)
          setOutput(name, redact(value));
        else
          voice.debug(redact(`${name}=${value}`));
    },
    writeSummary(markdown) {
      const file = env2.GITHUB_STEP_SUMMARY;
      if (!file)
        return;
      if (!(0, external_node_fs_namespaceObject.existsSync)(file))
        throw new Error(`there is no file ${file}`);
      (0, external_node_fs_namespaceObject.appendFileSync)(file, redact(markdown));
    }
  };
}
// src/schedule/units.js
const SECOND = 1e3;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const LONGEST = 31 * DAY;
const HORIZON = 53 * WEEK;
// external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
// node_modules/valibot/dist/index.mjs
let store$4;
const DEFAULT_CONFIG = {
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
let store$3;
// @__NO_SIDE_EFFECTS__
function getGlobalMessage(lang) {
  return store$3?.get(lang);
}
let store$2;
// @__NO_SIDE_EFFECTS__
function getSchemaMessage(lang) {
  return store$2?.get(lang);
}
let store$1;
// @__NO_SIDE_EFFECTS__
function getSpecificMessage(reference, lang) {
  return store$1?.get(reference)?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function _stringify(input2) {
  const type = typeof input2;
  if (type === "string") return `"${input2}"`;
  if (type === "number" || type === "bigint" || type === "boolean") return `${input2}`;
  if (type === "object" || type === "function") return (input2 && Object.getPrototypeOf(input2)?.constructor?.name) ?? "null";
  return type;
}
function _addIssue(context, label, dataset, config$1, other) {
  const input2 = other && "input" in other ? other.input : dataset.value;
  const expected = other?.expected ?? context.expects ?? null;
  const received = other?.received ?? /* @__PURE__ */ _stringify(input2);
  const issue2 = {
    kind: context.kind,
    type: context.type,
    input: input2,
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
const EMOJI_REGEX = new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$", "u");
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
const ABORT_EARLY_CONFIG = { abortEarly: true };
// @__NO_SIDE_EFFECTS__
function getFallback(schema, dataset, config$1) {
  return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema, dataset, config$1) {
  return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
// @__NO_SIDE_EFFECTS__
function is(schema, input2) {
  return !schema["~run"]({ value: input2 }, ABORT_EARLY_CONFIG).issues;
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
      const input2 = dataset.value;
      if (Array.isArray(input2)) {
        dataset.typed = true;
        dataset.value = [];
        for (let key = 0; key < input2.length; key++) {
          const value$1 = input2[key];
          const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input: input2,
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
function dist_boolean(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "boolean",
    reference: dist_boolean,
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
function nullish(wrapped2, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullish",
    reference: nullish,
    expects: `(${wrapped2.expects} | null | undefined)`,
    async: false,
    wrapped: wrapped2,
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
      const input2 = dataset.value;
      if (input2 && typeof input2 === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input2 || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input2 ? input2[key] : /* @__PURE__ */ getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input: input2,
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
                input: input2,
                key,
                value: input2[key]
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
function optional(wrapped2, default_) {
  return _standardSchema({
    kind: "schema",
    type: "optional",
    reference: optional,
    expects: `(${wrapped2.expects} | undefined)`,
    async: false,
    wrapped: wrapped2,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === void 0) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
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
      const input2 = dataset.value;
      if (input2 && typeof input2 === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const entryKey in input2) if (/* @__PURE__ */ _isValidObjectKey(input2, entryKey)) {
          const entryValue = input2[entryKey];
          const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
          if (keyDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "key",
              input: input2,
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
              input: input2,
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
function safeParse(schema, input2, config$1) {
  const dataset = schema["~run"]({ value: input2 }, /* @__PURE__ */ getGlobalConfig(config$1));
  return {
    typed: dataset.typed,
    success: !dataset.issues,
    output: dataset.value,
    issues: dataset.issues
  };
}
// src/github/api.js
async function connect(token, env2, { signal }) {
  const baseUrl2 = addressOf(env2.GITHUB_API_URL || "https://api.github.com");
  for (const name of ["NODE_TLS_REJECT_UNAUTHORIZED", "GITHUB_EVENT_PATH"])
    delete process.env[name];
  const { defaults, getOctokitOptions, GitHub } = await __nccwpck_require__.e(
    /* import() */
    845
  ).then(__nccwpck_require__.bind(__nccwpck_require__, 1845));
  const silent = () => {
  };
  const options = getOctokitOptions(token, {
    baseUrl: baseUrl2,
    userAgent: "atlas-maintenance-gate",
    // Among the defaults is the way through a proxy. A redirect could carry the token elsewhere: none is followed.
    request: { ...defaults.request, signal, redirect: "manual" },
    log: { debug: silent, info: silent, warn: silent, error: silent }
  });
  return new GitHub(options).rest;
}
function addressOf(text) {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
    throw new Error("GITHUB_API_URL does not hold the plain address of an API, such as https://api.github.com");
  return url.origin + url.pathname.replace(/\/+$/, "");
}
function checked(answer) {
  if (answer.status >= 300)
    throw new Error(`it answered with a redirect (${answer.status}), which is not followed`);
  return answer;
}
function confirmed(answer) {
  if (checked(answer).status !== 201)
    throw new Error(`its answer (${answer.status}) does not confirm it`);
  return answer;
}
function listIn(answer) {
  if (!Array.isArray(checked(answer).data))
    throw new Error("its answer is not the list that was asked for");
  return answer.data;
}
const clientError = /* @__PURE__ */ object({ name: /* @__PURE__ */ literal("HttpError"), status: /* @__PURE__ */ number() });
const answered = /* @__PURE__ */ object({ response: /* @__PURE__ */ object({ headers: /* @__PURE__ */ record(/* @__PURE__ */ string(), /* @__PURE__ */ unknown()) }) });
const certificateError = /* @__PURE__ */ object({ cause: /* @__PURE__ */ object({ cause: /* @__PURE__ */ object({ code: /* @__PURE__ */ string() }) }) });
function failureOf(error2) {
  const text = error2 instanceof Error ? error2.message : String(error2);
  const message = plain(text.replace(/ - https:\/\/\S+$/, ""));
  if (!/* @__PURE__ */ is(clientError, error2))
    return { message, passing: false };
  const { status } = error2;
  if (/* @__PURE__ */ is(certificateError, error2) && /CERT|SIGNATURE/.test(error2.cause.cause.code))
    return {
      message: `its certificate was not trusted (${message}); if an authority of your own signed it, name that authority's certificate in NODE_EXTRA_CA_CERTS`,
      passing: false
    };
  if (!/* @__PURE__ */ is(answered, error2))
    return { message, passing: true };
  const wait = waitOf(error2.response.headers);
  const limited = status === 429 || status === 403 && (wait !== void 0 || /rate limit/i.test(message));
  return { message, status, passing: limited || status >= 500, ...wait === void 0 ? {} : { wait } };
}
function waitOf(headers) {
  const whole = (name) => {
    const text = String(headers[name] ?? "");
    return /^\d{1,10}$/.test(text) ? Number(text) : void 0;
  };
  const after2 = whole("retry-after");
  if (after2 !== void 0)
    return after2 * SECOND;
  const reset = whole("x-ratelimit-reset");
  return headers["x-ratelimit-remaining"] === "0" && reset !== void 0 ? Math.max(0, reset * SECOND - Date.now()) : void 0;
}
async function retry(work, deadline, log) {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await work();
    } catch (error2) {
      const { passing, message, wait = SECOND * 2 ** (attempts - 1) } = failureOf(error2);
      if (!passing || deadline.signal.aborted || wait >= deadline.remaining())
        throw error2;
      log(`GitHub: ${message}. Trying again in ${Math.ceil(wait / SECOND)} s.`);
      await (0, promises_namespaceObject.setTimeout)(wait, void 0, { signal: deadline.signal });
    }
  }
}
function failureText(error2, { doing, permissions, without: without2 }, { signal, total }) {
  const { status, message, passing } = failureOf(error2);
  const start = `Could not ${doing}`;
  if (signal.aborted)
    return `${start}: GitHub did not confirm it within ${total / SECOND} s. ${without2}`;
  const said = status === void 0 ? message : `GitHub answered ${status}, "${message}"`;
  if (status === 401)
    return `${start}: ${said}. Check githubToken. ${without2}`;
  if (passing || status !== 403 && status !== 404)
    return `${start}: ${said}. ${without2}`;
  return `${start}: ${said}. The token lacks a permission: give it to the job, in addition to those it has. (Workflows that a fork or Dependabot starts get a read-only token.) ${without2}

permissions:${permissions.map((line2) => `
  ${line2}`).join("")}`;
}
// src/report/markdown.js
const ZERO_WIDTH_SPACE = "&#8203;";
const escaped = (text) => text.replace(/[&<>`\\*_[\]#|~$]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/@|&#35;|GH-(?=\d)|:(?=\/\/)|www(?=\.)/gi, `$&${ZERO_WIDTH_SPACE}`).replace(/\r?\n/g, "<br>");
const prose = (text) => escaped(text).replace(/&#96;((?:(?!&#96;|<br>).)+)&#96;/g, "<code>$1</code>");
const markdown_link = (text, url) => `[${text}](${url.replace(/[()\\`|*_~$&'"<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;
const markdown_alert = (kind, paragraphs) => [`[!${kind}]`, paragraphs.join("\n\n")].join("\n").split("\n").map((line2) => line2 === "" ? ">" : `> ${line2}`).join("\n");
const table = (head, rows) => [head, head.map(() => ":--"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
const details = (summary2, body) => `<details>
<summary>${summary2}</summary>

${body}

</details>`;
// src/github/run.js
function thisRun(env2) {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(env2.GITHUB_REPOSITORY ?? "") ?? [];
  const [id2] = /^\d+$/.exec(env2.GITHUB_RUN_ID ?? "") ?? [];
  const subject2 = subjectOf(readEvent(env2.GITHUB_EVENT_PATH)) ?? { sha: commit(env2.GITHUB_SHA) };
  if (!owner || !repo || /^\.+$/.test(owner) || /^\.+$/.test(repo) || !id2 || !isSubject(subject2))
    throw new Error("GITHUB_REPOSITORY, GITHUB_SHA and GITHUB_RUN_ID tell what to write to, and this runner does not set them all");
  const [attempt] = /^\d+$/.exec(env2.GITHUB_RUN_ATTEMPT ?? "") ?? [];
  return {
    owner,
    repo,
    url: `${serverOf(env2)}/${owner}/${repo}/actions/runs/${id2}${attempt === void 0 ? "" : `/attempts/${attempt}`}`,
    attempt: attempt !== void 0,
    place: run_hash([env2.GITHUB_WORKFLOW ?? "", env2.GITHUB_JOB ?? "", env2.GITHUB_ACTION ?? ""]),
    subject: subject2
  };
}
const run_hash = (key) => (0, external_node_crypto_.createHash)("sha256").update(JSON.stringify(key)).digest("hex").slice(0, HASH_LENGTH);
const HASH_LENGTH = 10;
function serverOf({ GITHUB_SERVER_URL = "" }) {
  const url = URL.parse(GITHUB_SERVER_URL);
  return url !== null && /^https?:$/.test(url.protocol) ? url.origin : "https://github.com";
}
const MOST_EVENT_BYTES = 25 * 1024 * 1024;
function readEvent(path2) {
  try {
    if (!path2)
      return void 0;
    const file = (0, external_node_fs_namespaceObject.statSync)(path2);
    return file.isFile() && file.size <= MOST_EVENT_BYTES ? JSON.parse((0, external_node_fs_namespaceObject.readFileSync)(path2, "utf8")) : void 0;
  } catch {
    return void 0;
  }
}
const commit = (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text ?? "") ? text : void 0;
const isSubject = (subject2) => subject2.sha !== void 0 || subject2.pullRequest !== void 0;
const onPullRequest = /* @__PURE__ */ object({ pull_request: /* @__PURE__ */ object({ number: /* @__PURE__ */ number(), head: /* @__PURE__ */ object({ sha: /* @__PURE__ */ string() }) }) });
const onComment = /* @__PURE__ */ object({ issue: /* @__PURE__ */ object({ number: /* @__PURE__ */ number(), pull_request: /* @__PURE__ */ object({}) }) });
const onDeployment = /* @__PURE__ */ object({ deployment: /* @__PURE__ */ object({ sha: /* @__PURE__ */ string() }) });
const onStatus = /* @__PURE__ */ object({ sha: /* @__PURE__ */ string(), context: /* @__PURE__ */ string() });
const withHead = /* @__PURE__ */ object({ head_sha: /* @__PURE__ */ string() });
const associated = /* @__PURE__ */ object({
  pull_requests: /* @__PURE__ */ array(/* @__PURE__ */ object({ number: /* @__PURE__ */ number(), base: /* @__PURE__ */ optional(/* @__PURE__ */ object({ repo: /* @__PURE__ */ object({ id: /* @__PURE__ */ unknown() }) })) }))
});
const inRepository = /* @__PURE__ */ object({ repository: /* @__PURE__ */ object({ id: /* @__PURE__ */ unknown() }) });
function subjectOf(event) {
  if (/* @__PURE__ */ is(onPullRequest, event))
    return { sha: commit(event.pull_request.head.sha), pullRequest: event.pull_request.number };
  if (/* @__PURE__ */ is(onComment, event))
    return { pullRequest: event.issue.number };
  if (/* @__PURE__ */ is(onDeployment, event))
    return { sha: commit(event.deployment.sha) };
  if (/* @__PURE__ */ is(onStatus, event))
    return { sha: commit(event.sha) };
  for (const name of ["check_run", "check_suite", "workflow_run", "merge_group"]) {
    const holder = /* @__PURE__ */ object({ [name]: withHead });
    const head = /* @__PURE__ */ is(holder, event) ? event[name] : void 0;
    if (head === void 0)
      continue;
    const pullRequest = onlyPullRequest(head, event);
    return { sha: commit(head.head_sha), ...pullRequest === void 0 ? {} : { pullRequest } };
  }
  return void 0;
}
function onlyPullRequest(head, event) {
  if (!/* @__PURE__ */ is(associated, head))
    return void 0;
  const here = /* @__PURE__ */ is(inRepository, event) ? event.repository.id : void 0;
  const [first, ...more] = head.pull_requests.filter(({ base }) => base === void 0 || here === void 0 || base.repo.id === here);
  return more.length === 0 ? first?.number : void 0;
}
const withHeadCommit = /* @__PURE__ */ object({ head: /* @__PURE__ */ object({ sha: /* @__PURE__ */ string() }) });
async function headOf(api, { owner, repo }, pull_number) {
  const answer = checked(await api.pulls.get({ owner, repo, pull_number })).data;
  const sha = /* @__PURE__ */ is(withHeadCommit, answer) ? commit(answer.head.sha) : void 0;
  if (sha === void 0)
    throw new Error(`its answer does not name the head of pull request ${pull_number}`);
  return sha;
}
// src/github/comment.js
const MOST_COMMENT = 65e3;
async function comment(api, run2, projects2, create, text) {
  const { owner, repo, subject: subject2 } = run2;
  const issue_number = subject2.pullRequest;
  if (issue_number === void 0)
    return "commentOnPullRequest: this run belongs to no pull request, so there is none to comment on.";
  const own = markerOf(run2, projects2);
  const bodyWith = (marker2) => `${marker2}
${text(MOST_COMMENT)}
<sub>From ${markdown_link("this run", run2.url)}; the next one updates it.</sub>
`;
  const on = `pull request ${issue_number}`;
  const found = await findComment(api, { owner, repo, issue_number }, own, projects2 !== void 0);
  if (found !== void 0) {
    const marker2 = projects2 === void 0 ? found.marker : own;
    checked(await api.issues.updateComment({ owner, repo, comment_id: found.id, body: bodyWith(marker2) }));
    return `Updated the comment on ${on}.`;
  }
  if (!create)
    return `Nothing stands in the way, and ${on} has no comment to update.`;
  confirmed(await api.issues.createComment({ owner, repo, issue_number, body: bodyWith(own) }));
  return `Commented on ${on}.`;
}
const MARKER = /^<!-- atlas-maintenance-gate [0-9a-f]{20} -->/;
const UNKNOWN = "0".repeat(HASH_LENGTH);
const marker = (digits) => `<!-- atlas-maintenance-gate ${digits} -->`;
const markerOf = ({ place }, projects2) => marker(place + (projects2 === void 0 ? UNKNOWN : run_hash([...projects2].sort())));
const placeIn = (text) => text.slice(0, marker("").length - " -->".length + HASH_LENGTH);
async function findComment(api, issue2, own, known2) {
  const here = await commentsFrom(api, issue2, placeIn(own));
  const exact = here.find((comment2) => comment2.marker === own);
  if (exact !== void 0)
    return exact;
  const others = known2 ? here.filter((comment2) => comment2.marker.includes(`${UNKNOWN} -->`)) : here;
  return others.length === 1 ? others[0] : void 0;
}
const PER_PAGE = 100;
async function commentsFrom(api, issue2, place) {
  const byBots = [];
  const byPeople = [];
  for (let page2 = 1; ; page2 += 1) {
    const comments = listIn(await api.issues.listComments({ ...issue2, per_page: PER_PAGE, page: page2 }));
    for (const { id: id2, body, user } of comments) {
      const [marker2] = MARKER.exec(body ?? "") ?? [];
      if (marker2 === void 0 || !marker2.startsWith(place) || user === null)
        continue;
      if (user.type === "Bot")
        byBots.push({ id: id2, marker: marker2 });
      else
        byPeople.push({ id: id2, marker: marker2, author: user.id });
    }
    if (comments.length < PER_PAGE)
      break;
  }
  if (byPeople.length === 0)
    return byBots;
  const me = await api.users.getAuthenticated().then((answer) => checked(answer).data.id).catch(() => void 0);
  return [...byBots, ...byPeople.filter(({ author }) => author === me && me !== void 0)];
}
// src/github/status.js
const STATES = ["failure", "pending", "success"];
const MOST_ROUNDS = 10;
async function settle(target, found) {
  let written2;
  let unread;
  for (let round = 1; ; round += 1) {
    const own = found();
    const { last, others } = own.state === "failure" ? { last: written2, others: [] } : await look(target).catch((error2) => {
      unread = { error: error2 };
      return UNREAD;
    });
    const worst = worstOf([own, ...others]);
    const shown2 = written2 !== void 0 && !(last !== void 0 && last.id > written2.id) ? written2 : last;
    const stands = written2?.own === own.state && shown2?.state === worst.state;
    if (written2 === void 0 || !(stands || round > MOST_ROUNDS))
      written2 = { id: await post(target, worst, own.state), own: own.state, state: worst.state };
    if (unread !== void 0)
      throw unread.error;
    if (stands || worst.state === "failure" || round > MOST_ROUNDS)
      return line(target, written2.state);
  }
}
async function begin(target, description) {
  await post(target, { state: "pending", description }, "pending");
  return line(target, "pending");
}
const line = ({ context, sha }, state) => `Commit status ${plain(context)}: ${state}, on ${sha}.`;
const worstOf = ([first, ...more]) => more.reduce((worst, next) => STATES.indexOf(next.state) < STATES.indexOf(worst.state) ? next : worst, first);
const UNREAD = {
  others: [{ state: "pending", description: "What other gates of this run found could not be read." }]
};
const status_PER_PAGE = 100;
const MOST_PAGES = 10;
async function look({ api, run: run2, sha, context, gate: gate2, patiently }) {
  const { owner, repo } = run2;
  let last;
  const findings = /* @__PURE__ */ new Map();
  for (let page2 = 1; page2 <= MOST_PAGES; page2 += 1) {
    const statuses = await patiently(async () => listIn(await api.repos.listCommitStatusesForRef({ owner, repo, ref: sha, per_page: status_PER_PAGE, page: page2 })));
    for (const status of statuses) {
      const [, writer, state] = recordIn(status.target_url, run2) ?? [];
      if (status.context !== context || writer === void 0 || !isState(state))
        continue;
      if (isState(status.state))
        last ??= { id: status.id, state: status.state };
      if (!findings.has(writer))
        findings.set(writer, { state, description: status.description ?? "" });
    }
    if (statuses.length < status_PER_PAGE)
      break;
  }
  findings.delete(gate2);
  return { last, others: [...findings.values()] };
}
const isState = (text) => STATES.some((state) => state === text);
const recordIn = (address, { url }) => address?.startsWith(`${url}#`) ? /^gate-([0-9a-f]+)-([a-z]+)$/.exec(address.slice(url.length + 1)) : null;
const MOST_DESCRIPTION = 140;
async function post({ api, run: run2, sha, context, gate: gate2, patiently }, { state, description }, own) {
  const { data } = await patiently(async () => confirmed(await api.repos.createCommitStatus({
    owner: run2.owner,
    repo: run2.repo,
    sha,
    state,
    context,
    description: shortened(plain(description, 1e3), MOST_DESCRIPTION),
    target_url: `${run2.url}#gate-${gate2}-${own}`
  })));
  return data.id;
}
// src/github/check.js
const LIMITS = { before: 10 * SECOND, after: 30 * SECOND };
const MOST_CANCELLED_MS = 5 * SECOND;
const CANCELLED = { state: "failure", description: "The run was cancelled." };
function openCheck(wish, env2, cancelled, sink2, limits = LIMITS) {
  if (wish === void 0)
    return { pending: async () => {
    }, conclude: async () => {
    } };
  const { token, commitStatusContext: context, commentOnPullRequest, projects: projects2 } = wish;
  const warned = /* @__PURE__ */ new Set();
  let run2;
  let gate2;
  let head;
  let found;
  let ending;
  let telling = Promise.resolve();
  async function attempt(deadline, need, work) {
    const log = (line2) => sink2.info(line2);
    try {
      if (token === "")
        throw new Error("githubToken is empty");
      run2 ??= thisRun(env2);
      const api = await connect(token, env2, deadline);
      log(await work(api, run2, (once) => retry(once, deadline, log)));
    } catch (error2) {
      if (cancelled.aborted && deadline !== ending)
        return;
      const asks = need === STATUS && run2?.subject.sha === void 0 ? ["pull-requests: read"] : [];
      const warning2 = failureText(error2, { ...need, permissions: [...need.permissions, ...asks] }, deadline);
      if (!warned.has(warning2))
        sink2.warning(warning2, { title: TITLE });
      warned.add(warning2);
    }
  }
  const status = (deadline, work) => context === void 0 ? void 0 : attempt(deadline, STATUS, async (api, run3, patiently) => {
    const { sha, pullRequest } = run3.subject;
    if (sha === void 0 && pullRequest !== void 0)
      head ??= await patiently(() => headOf(api, run3, pullRequest));
    gate2 ??= run3.attempt ? (0, external_node_crypto_.randomBytes)(5).toString("hex") : run3.place;
    return await work({ api, run: run3, sha: sha ?? head ?? "", context, gate: gate2, patiently });
  });
  async function tell2(publication) {
    ending ??= createDeadline(cancelled.aborted ? MOST_CANCELLED_MS : limits.after);
    const create = commentOnPullRequest === "always" || publication.inTheWay;
    await Promise.all([
      status(ending, (target) => settle(target, () => {
        const now = found ?? publication;
        return cancelled.aborted && now.state === "success" ? CANCELLED : now;
      })),
      commentOnPullRequest === "never" ? void 0 : attempt(ending, COMMENT, (api, run3, patiently) => patiently(() => comment(api, run3, projects2, create, (most) => publication.comment(most))))
    ]);
  }
  return {
    async pending(description = "The gate is looking at Atlas.") {
      await status(createDeadline(limits.before, cancelled), (target) => begin(target, sink2.redact(description)));
    },
    conclude(publication) {
      if (found?.state !== "failure" || publication.state === "failure")
        found = publication;
      telling = telling.then(() => tell2(publication));
      return telling;
    }
  };
}
const STATUS = {
  doing: "publish the commit status",
  permissions: ["statuses: write"],
  without: "The verdict stands without it, but the commit may still show an older success: go by the step."
};
const COMMENT = {
  doing: "comment on the pull request",
  permissions: ["pull-requests: write"],
  without: "The verdict stands without it."
};
// src/atlas/clock.js
const TOLERATED_SKEW_MS = 6e4;
const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
function parseHttpDate(text) {
  const time = typeof text === "string" && IMF_FIXDATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? void 0 : time;
}
function createClock(elapsed = monotonic) {
  let offset;
  const now = () => offset === void 0 ? Date.now() : Math.floor(offset + elapsed());
  return {
    heard({ headers, sent, received }) {
      const date = parseHttpDate(headers.date);
      if (date === void 0)
        return;
      const earliest = date - received;
      const latest = date + 1e3 - sent;
      offset = offset === void 0 || offset > latest ? earliest : Math.max(offset, earliest);
    },
    known: () => offset !== void 0,
    now,
    skew() {
      if (offset === void 0)
        return void 0;
      const difference = Date.now() - now();
      return Math.abs(difference) > TOLERATED_SKEW_MS ? difference : void 0;
    }
  };
}
// src/atlas/errors.js
class AtlasError extends Error {
  name = "AtlasError";
  code;
  outcome;
  status;
  retryable;
  retryAfterMs;
  #failure;
  constructor(failure2) {
    super(coded(failure2.message, failure2.code));
    this.#failure = failure2;
    this.code = failure2.code;
    this.outcome = failure2.outcome;
    this.status = failure2.status;
    this.retryable = failure2.retryable ?? false;
    this.retryAfterMs = failure2.retryAfterMs;
  }
  /** The same failure, known to have had no effect or not. */
  as(outcome) {
    return new AtlasError({ ...this.#failure, outcome });
  }
  /** The same failure with one more sentence. */
  with(sentence2) {
    return new AtlasError({ ...this.#failure, message: `${this.#failure.message}. ${sentence2}` });
  }
  /** The same failure of a write whose effect nobody knows: what the user has to hear then, said here for all of them. */
  uncertain() {
    return this.as("unknown").with("It may have taken effect all the same: look at the project in Atlas before you run the step again");
  }
  /** The same failure, for which trying again is over: whoever called may not begin anew. */
  final() {
    return new AtlasError({ ...this.#failure, retryable: false });
  }
}
const seconds = (ms) => `${ms < 1e4 ? Math.ceil(ms / 100) / 10 : Math.ceil(ms / 1e3)} s`;
function interrupted(deadline, doing, outcome) {
  const { reason: reason2 } = deadline.signal;
  const when2 = doing === void 0 ? "during a wait between two requests to Atlas" : `before Atlas had answered the request to ${doing}`;
  if (!(reason2 instanceof DOMException && reason2.name === "TimeoutError"))
    return new AtlasError({
      code: "CANCELLED",
      message: `The run was cancelled ${when2}`,
      outcome
    });
  return new AtlasError({
    code: "TIMEOUT",
    message: `The timeout of ${seconds(deadline.total)} was over ${when2}. If Atlas is reachable from this runner, allow more with the input timeout`,
    outcome
  });
}
function noAnswer(error2, doing) {
  const fault = networkFault(error2);
  return fault && lostAnswer(fault, doing);
}
function lostAnswer({ code, text, sent }, doing) {
  const fault = { outcome: sent ? "unknown" : "refused" };
  const request = `Atlas gave no answer to the request to ${doing}`;
  if (code === "ERR_INVALID_CHAR")
    return new AtlasError({
      ...fault,
      code: "INVALID_CREDENTIAL",
      outcome: "refused",
      message: "The credential holds a character that no HTTP header can carry, such as a line break. Store the secret again without it"
    });
  if (code === "ERR_INVALID_URL" || code === BAD_PERCENT)
    return new AtlasError({
      code: "PROXY_FAILED",
      outcome: "refused",
      message: "The proxy setting https_proxy of the runner is not a URL. Correct it, or clear it if Atlas can be reached directly"
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
      message: `${request}: no trusted TLS connection (${code}). If a proxy in your network intercepts TLS, name its certificate in NODE_EXTRA_CA_CERTS`
    });
  if (code === UPGRADED)
    return new AtlasError({
      ...fault,
      code: "UNREADABLE_ANSWER",
      status: 101,
      message: `What answered the request to ${doing} wants to speak another protocol (101), which nobody asked for. Check baseUrl and the proxy`
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
const NO_TLS = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_CERT_|ERR_SSL_WRONG_VERSION_NUMBER)/;
const CUT = "the connection was cut before the answer was complete";
const NETWORK_FAULTS = /* @__PURE__ */ new Map([
  ["ECONNREFUSED", "the connection was refused (ECONNREFUSED)"],
  ["ECONNRESET", CUT],
  ["ERR_STREAM_PREMATURE_CLOSE", CUT],
  ["EAI_AGAIN", "its host name could not be looked up at the moment (EAI_AGAIN)"]
]);
const UPGRADED = "UPGRADED";
const BAD_PERCENT = "BAD_PERCENT";
const BAD_SETTING = ["ERR_INVALID_CHAR", "ERR_INVALID_URL"];
function networkFault(error2) {
  const first = error2 instanceof AggregateError ? error2.errors[0] : error2;
  if (first instanceof URIError)
    return { code: BAD_PERCENT, text: first.message, sent: false };
  if (first instanceof Error && first.message.startsWith("Request timeout:"))
    return { code: "ETIMEDOUT", text: first.message, sent: true };
  if (!(first instanceof Error && "code" in first && typeof first.code === "string"))
    return void 0;
  const { code, message } = first;
  if ((first instanceof TypeError || first instanceof RangeError) && !BAD_SETTING.includes(code))
    return void 0;
  const sent = !("syscall" in first && (first.syscall === "connect" || first.syscall === "getaddrinfo"));
  return { code, text: message, sent };
}
function unreadable(doing, problem2, status) {
  return new AtlasError({
    code: "UNREADABLE_ANSWER",
    status,
    message: `Atlas's answer to the request to ${doing} cannot be used: ${problem2}. If baseUrl is right, look for a gateway or proxy that answers in its place`,
    outcome: "unknown"
  });
}
// src/atlas/body.js
const MAX_BODY_MIB = 2;
async function readBody(message, doing) {
  const chunks = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > MAX_BODY_MIB * 1024 * 1024)
      throw new AtlasError({
        code: "TOO_LARGE",
        status: message.statusCode,
        message: `The answer to the request to ${doing} is larger than ${MAX_BODY_MIB} MiB, which nothing from Atlas is. Check baseUrl and the proxy`,
        outcome: "unknown"
      });
    chunks.push(chunk);
  }
  if (!message.complete)
    throw Object.assign(new Error("cut short"), { code: "ECONNRESET" });
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
      if (size > MAX_BODY_MIB * 1024 * 1024)
        return;
    }
  } catch {
  }
}
// src/atlas/digest.js
const SCHEME = /[!#$%&'*+.^_`|~\w-]+(?=[\s,]|$)(?!\s*=)/y;
const TOKEN68 = / +[\w.~+/-]+=*(?=\s*(?:,|$))/y;
const PARAMETER = /([!#$%&'*+.^_`|~\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([!#$%&'*+.^_`|~\w-]+))\s*(?=,|$)/y;
function parseChallenges(header) {
  const challenges = [];
  let at2 = 0;
  const take = (pattern) => {
    pattern.lastIndex = at2;
    const found = pattern.exec(header);
    if (found)
      at2 = pattern.lastIndex;
    return found;
  };
  for (; ; ) {
    take(/[\s,]*/y);
    if (at2 === header.length)
      return challenges;
    const parameter = take(PARAMETER);
    if (parameter) {
      const [, name = "", quoted2, bare2 = ""] = parameter;
      challenges.at(-1)?.parameters.set(name.toLowerCase(), quoted2?.replace(/\\(.)/g, "$1") ?? bare2);
      continue;
    }
    const scheme = take(SCHEME);
    if (!scheme)
      return challenges.slice(0, -1);
    challenges.push({ scheme: scheme[0].toLowerCase(), parameters: /* @__PURE__ */ new Map() });
    take(TOKEN68);
  }
}
const HASHES = /* @__PURE__ */ new Map([
  ["MD5", "md5"],
  ["SHA-256", "sha256"]
]);
const digestsOf = (challenges) => challenges.filter(({ scheme }) => scheme === "digest");
function chooseDigest(challenges) {
  for (const { parameters } of digestsOf(challenges)) {
    const realm = parameters.get("realm");
    const nonce = parameters.get("nonce");
    const algorithm = parameters.get("algorithm");
    const [, name = "", session] = /^(.*?)(-sess)?$/.exec((algorithm ?? "MD5").toUpperCase().replace(/-SESS$/, "-sess")) ?? [];
    const hash = HASHES.get(name);
    const offered = parameters.get("qop")?.toLowerCase().split(/[\s,]+/);
    const qop = ["auth", "auth-int"].find((quality) => offered?.includes(quality));
    if (realm === void 0 || nonce === void 0 || hash === void 0)
      continue;
    if (offered !== void 0 && qop === void 0)
      continue;
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
  const h = (...parts) => (0, external_node_crypto_.createHash)(challenge.hash).update(parts.join(":")).digest("hex");
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
const quote = (text) => `"${text.replace(/["\\]/g, "\\$&")}"`;
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
      if (accepted && accepted.challenge.qop !== "auth-int")
        sign(options, accepted, "");
    },
    canHandleAuthentication(response) {
      challenged = response;
      return isChallenged(response.message);
    },
    async handleAuthentication(client, info2, data) {
      let response = challenged;
      if (!response)
        throw new Error("A challenge must be looked at before it is answered.");
      let session = usedBy.get(info2.options);
      for (let answers = 0; ; answers += 1) {
        const challenge = chooseDigest(challengesIn(response));
        if (!challenge)
          throw unsupported(response);
        await drain(response.message);
        if (session?.challenge.nonce !== challenge.nonce)
          session = { challenge, cnonce: (0, external_node_crypto_.randomBytes)(16).toString("hex"), count: 0 };
        sign(info2.options, session, typeof data === "string" ? data : "");
        response = await client.requestRaw(info2, data);
        const again = response.message.statusCode === 401 ? chooseDigest(challengesIn(response)) : void 0;
        if (!again)
          accepted = session;
        if (!again?.stale || answers > 0)
          return response;
      }
    }
  };
}
const isChallenged = ({ headers }) => digestsOf(parseChallenges(String(headers["www-authenticate"] ?? ""))).length > 0;
const challengesIn = ({ message }) => parseChallenges(message.headers["www-authenticate"] ?? "");
function unsupported(response) {
  response.message.destroy();
  return new AtlasError({
    code: "UNSUPPORTED_CHALLENGE",
    status: 401,
    message: "The server asks for a kind of HTTP Digest other than MD5 or SHA-256 with qop auth or auth-int, which Atlas does not. Check baseUrl",
    outcome: "refused"
  });
}
// src/atlas/endpoints.js
const MEDIA_TYPE = "application/vnd.atlas.2023-01-01+json";
const groupPath = (groupId) => `/api/atlas/v2/groups/${encodeURIComponent(groupId)}`;
const groupsPath = (orgId) => orgId === void 0 ? "/api/atlas/v2/groups" : `/api/atlas/v2/orgs/${encodeURIComponent(orgId)}/groups`;
const windowPath = (groupId) => `${groupPath(groupId)}/maintenanceWindow`;
const deferPath = (groupId) => `${windowPath(groupId)}/defer`;
const autoDeferPath = (groupId) => `${windowPath(groupId)}/autoDefer`;
const eventsPath = (groupId) => `${groupPath(groupId)}/events`;
const TOKEN_PATH = "/api/oauth/token";
const REVOKE_PATH = "/api/oauth/revoke";
// src/atlas/schema.js
const schema_record = /* @__PURE__ */ custom((value) => typeof value === "object" && value !== null && !Array.isArray(value), "a JSON object");
function schema_parse(schema, input2) {
  const result = /* @__PURE__ */ safeParse(schema, input2, { abortEarly: true });
  if (result.success)
    return { value: result.output };
  const [issue2] = result.issues;
  const where = /* @__PURE__ */ getDotPath(issue2) ?? "it";
  return {
    problem: issue2.input === void 0 ? `${where} is missing` : `${where} is ${issue2.received}, not ${issue2.message}`
  };
}
function parsePage(page2, most, entries, input2) {
  const results = /* @__PURE__ */ custom((value) => Array.isArray(value) && value.length <= most, `a list of at most ${most} ${entries}`);
  const length = schema_parse(/* @__PURE__ */ pipe(schema_record, /* @__PURE__ */ object({ results })), input2);
  return "problem" in length ? length : schema_parse(page2, input2);
}
// src/atlas/events.js
const EVENTS_PER_PAGE = 500;
const MAX_EVENTS = 1e4;
function eventsQuery({ eventTypes, minDate }, pageNum) {
  const query = new URLSearchParams();
  for (const eventType of eventTypes)
    query.append("eventType", eventType);
  query.append("minDate", new Date(minDate).toISOString());
  query.append("itemsPerPage", String(EVENTS_PER_PAGE));
  query.append("pageNum", String(pageNum));
  return query.toString();
}
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const instant = /* @__PURE__ */ pipe(/* @__PURE__ */ custom((value) => typeof value === "string" && ISO_INSTANT.test(value) && !Number.isNaN(Date.parse(value)), "an ISO 8601 instant"), /* @__PURE__ */ transform(Date.parse));
const page = /* @__PURE__ */ pipe(schema_record, /* @__PURE__ */ object({
  results: /* @__PURE__ */ array(/* @__PURE__ */ pipe(schema_record, /* @__PURE__ */ object({ id: /* @__PURE__ */ nullish(/* @__PURE__ */ string("text")), created: instant, eventTypeName: /* @__PURE__ */ string("text") })), "a list")
}));
function parseEventsPage(json) {
  const parsed = parsePage(page, EVENTS_PER_PAGE, "events", json);
  return "problem" in parsed ? parsed : { value: parsed.value.results };
}
// src/atlas/pace.js
const REFILL_PER_MINUTE = { maintenance: 500, events: 100, projects: 100 };
function createPace() {
  const next = /* @__PURE__ */ new Map();
  const key = ({ id: id2, resource }) => `${id2} ${resource}`;
  const interval = ({ resource }) => 6e4 / REFILL_PER_MINUTE[resource];
  return {
    turn(bucket) {
      const at2 = next.get(key(bucket));
      if (at2 === void 0)
        return 0;
      const now = monotonic();
      next.set(key(bucket), Math.max(at2, now) + interval(bucket));
      return Math.max(0, at2 - now);
    },
    heard(bucket, remaining) {
      if (typeof remaining !== "string" || !/^\d+$/.test(remaining))
        return;
      if (Number(remaining) > 0)
        next.delete(key(bucket));
      else if (!next.has(key(bucket)))
        next.set(key(bucket), monotonic() + interval(bucket));
    }
  };
}
// src/atlas/projects.js
const PROJECTS_PER_PAGE = 500;
const MAX_PROJECTS = 5e3;
const projectsQuery = (pageNum) => `itemsPerPage=${PROJECTS_PER_PAGE}&pageNum=${pageNum}`;
const id = /* @__PURE__ */ custom((value) => typeof value === "string" && /^[a-f0-9]{24}$/.test(value), "an id of 24 hexadecimal digits");
const count = /* @__PURE__ */ custom((value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0, "a count");
const tag = /* @__PURE__ */ pipe(schema_record, /* @__PURE__ */ object({ key: /* @__PURE__ */ string("text"), value: /* @__PURE__ */ string("text") }));
const project = /* @__PURE__ */ pipe(schema_record, /* @__PURE__ */ object({
  id,
  name: /* @__PURE__ */ string("text"),
  orgId: id,
  tags: /* @__PURE__ */ nullish(/* @__PURE__ */ array(tag, "a list")),
  clusterCount: /* @__PURE__ */ nullish(count)
}), /* @__PURE__ */ transform(({ id: groupId, name, orgId, tags: tags2, clusterCount }) => ({
  groupId,
  name,
  orgId,
  tags: tags2 ?? [],
  ...clusterCount == null ? {} : { clusterCount }
})));
const projects_page = /* @__PURE__ */ pipe(schema_record, /* @__PURE__ */ object({ results: /* @__PURE__ */ array(project, "a list"), totalCount: /* @__PURE__ */ nullish(count) }));
function parseProjectsPage(json, orgId) {
  const parsed = parsePage(projects_page, PROJECTS_PER_PAGE, "projects", json);
  if ("problem" in parsed || orgId === void 0)
    return parsed;
  const stray = parsed.value.results.find((listed2) => listed2.orgId !== orgId);
  return stray ? { problem: `project ${stray.groupId} is of another organization, ${stray.orgId}` } : parsed;
}
async function collectProjects(read2) {
  const found = /* @__PURE__ */ new Map();
  let total = 0;
  for (let pageNum = 1; ; pageNum += 1) {
    const { results, totalCount } = await read2(pageNum);
    const before = found.size;
    for (const listed2 of results)
      found.set(listed2.groupId, listed2);
    total = Math.max(total, totalCount ?? 0);
    if (found.size > MAX_PROJECTS)
      throw tooMany();
    if (results.length < PROJECTS_PER_PAGE)
      break;
    if (found.size === before)
      throw incomplete(`page ${pageNum} holds only what was listed before`);
  }
  if (found.size < total)
    throw incomplete(`it says that there are ${total} and lists ${found.size}`);
  return [...found.values()];
}
const incomplete = (how) => new AtlasError({
  code: "INCOMPLETE_LIST",
  message: `Atlas's list of projects is not complete: ${how}. It may have changed while it was read; if it stays so, name the projects by groupId`,
  outcome: "refused",
  retryable: true
});
const tooMany = () => new AtlasError({
  code: "TOO_MANY_PROJECTS",
  message: `Atlas lists more than ${MAX_PROJECTS} projects, more than one step can look at. Give orgId if the credential sees several organizations, or name the projects by groupId, in several steps`,
  outcome: "refused"
});
var external_node_net_ = __nccwpck_require__(7030);
// src/atlas/refusal.js
const RIGHTS = /* @__PURE__ */ new Set(["USER_UNAUTHORIZED", "NOT_IN_GROUP", "USER_CANNOT_ACCESS_GROUP"]);
const isAboutRights = (answer) => RIGHTS.has(complaintOf(answer).code ?? "");
const isAboutCredential = (answer) => {
  const { code, html } = complaintOf(answer);
  return answer.status === 401 && !html && (code === void 0 || code === "UNEXPECTED_ERROR");
};
const says = ({ detail }) => detail ? `. Atlas says: ${detail.replace(/[.!?]$/, "")}` : "";
const noProject = "No such project, or the credential cannot see it. Check groupId, and that the key or service account is a member of that project";
const noOrganization = "No such organization, or the credential cannot see it. Check orgId, and that the key or service account has the role Organization Member in it";
const accessList = ({ parameters }) => {
  const address = parameters?.find((value) => typeof value === "string" && (0, external_node_net_.isIP)(value) > 0);
  return `The address of this runner${address ? `, ${address},` : ""} is not on the API access list. Add it to the access list of the API key or service account in Atlas, or use a runner with a fixed address`;
};
const rateLimited = "Atlas allows no more requests at the moment";
const UPGRADE = "WRITES_NOT_ALLOWED_DURING_APP_UPGRADES";
const SENTENCES = new Map(Object.entries({
  ATLAS_MAINTENANCE_NOT_SCHEDULED: "Atlas has no maintenance scheduled for this project, so there is nothing to defer or to start",
  ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED: "This maintenance has been deferred twice already, and Atlas allows no more. Plan for it at its scheduled time, or start it now with startASAP",
  ATLAS_MAINTENANCE_ALREADY_SCHEDULED: "Maintenance is scheduled, and until it completes the window is frozen. Change the window afterwards; to move this maintenance, defer it",
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
  access_denied: (complaint2) => `Atlas issued no access token to the service account. If it has reached its limit of 100 live tokens, revoke some, or wait until they expire, within the hour${says(complaint2)}`,
  invalid_client: "Atlas refused the service account: the client ID or the client secret is wrong, or the secret has expired. Check clientId and clientSecret"
}));
const NOWHERE = /* @__PURE__ */ new Set(["GROUP_NOT_FOUND", "RESOURCE_NOT_FOUND"]);
function sentenceOf(code, input2) {
  if (input2 === "orgId" && (RIGHTS.has(code) || NOWHERE.has(code)))
    return noOrganization;
  return input2 === void 0 && NOWHERE.has(code) ? void 0 : SENTENCES.get(code);
}
function refusal(answer, circumstances) {
  const { status } = answer;
  if (status >= 300 && status < 400)
    return redirected(answer, circumstances);
  const said = complaintOf(answer);
  const complaint2 = said.detail === void 0 ? said : { ...said, detail: circumstances.safe(said.detail) };
  const sentence2 = sentenceOf(complaint2.code ?? "", circumstances.input) ?? byStatus(status, circumstances, isAboutCredential(answer));
  const passing = status === 429 || status >= 500 || status === 405 && complaint2.code === UPGRADE;
  return new AtlasError({
    code: complaint2.code === void 0 ? `HTTP_${status}` : circumstances.safe(complaint2.code),
    status,
    message: typeof sentence2 === "string" ? sentence2 : sentence2(complaint2),
    // A server that did not wait any longer says 408: what it had passed on goes its way.
    outcome: status >= 500 || status === 408 ? "unknown" : "refused",
    retryable: passing,
    retryAfterMs: passing ? retryAfter(answer, complaint2, circumstances.now) : void 0
  });
}
function byStatus(status, { doing, input: input2, unauthorized: unauthorized2 }, aboutCredential) {
  const answered2 = `Atlas answered ${status} to the request to ${doing}`;
  const by = ({ html }) => html ? ", with an HTML page instead of JSON: a gateway or proxy answered in its place" : "";
  if (aboutCredential)
    return unauthorized2;
  if (status === 401)
    return (complaint2) => `${answered2}${by(complaint2)}${says(complaint2)}. The credential may be wrong, or may lack a right: check both`;
  if (status === 404)
    return (complaint2) => `${answered2}${by(complaint2)}. Check ${input2 === void 0 ? "" : `${input2} and `}baseUrl${says(complaint2)}`;
  if (status === 429)
    return `${answered2}: too many requests`;
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
const isHtml = ({ headers, text }) => /^\s*</.test(text) || /\bhtml\b/i.test(String(headers["content-type"] ?? ""));
function complaintOf(answer) {
  if (isHtml(answer))
    return { html: true };
  const body = parseOrNothing(answer.text);
  if (typeof body !== "object" || body === null)
    return {};
  const { errorCode, error: error2, detail, error_description, parameters, badRequestDetail } = {
    ...body
  };
  const code = [errorCode, error2].find((value) => typeof value === "string" && /^\w{1,100}$/.test(value));
  const texts = [detail, error_description, ...fieldsOf(badRequestDetail)].filter((value) => typeof value === "string" && value !== "");
  return {
    ...code === void 0 ? {} : { code },
    ...texts.length === 0 ? {} : { detail: texts.join("; ") },
    ...Array.isArray(parameters) ? { parameters } : {}
  };
}
function fieldsOf(badRequestDetail) {
  const { fields } = { ...badRequestDetail };
  if (!Array.isArray(fields))
    return [];
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
function retryAfter({ headers }, { code, parameters }, now) {
  const header = headers["retry-after"];
  if (typeof header === "string") {
    if (/^\d{1,9}$/.test(header))
      return Number(header) * 1e3;
    const date = parseHttpDate(header);
    if (date !== void 0)
      return Math.max(0, date - (parseHttpDate(headers.date) ?? now));
  }
  if (code !== "RATE_LIMITED_TOKEN_BUCKET")
    return void 0;
  const inBody = parameters?.[1];
  const wait = typeof inBody === "string" && /^\d{1,9}$/.test(inBody) ? Number(inBody) : inBody;
  return typeof wait === "number" && wait >= 0 && wait < 1e9 ? wait * 1e3 : void 0;
}
// src/atlas/retry.js
const FIRST_BACKOFF_MS = 1e3;
const LONGEST_BACKOFF_MS = 2e4;
async function retry_retry(attempt, options) {
  const { deadline, log, random = Math.random } = options;
  let before;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error2) {
      if (!(error2 instanceof AtlasError))
        throw error2;
      if (before && error2.code === "TIMEOUT")
        throw error2.with(`The previous attempt failed: ${before.message}`);
      if (!error2.retryable)
        throw error2;
      before = error2;
      const backoff = random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempts - 1));
      const wait = Math.max(error2.retryAfterMs ?? 0, backoff);
      if (wait >= deadline.remaining())
        throw gaveUp(error2, attempts, wait, deadline);
      log.info(`Attempt ${attempts} failed: ${error2.message}. Trying again in ${seconds(wait)}.`);
      await pause(wait, deadline);
    }
  }
}
async function pause(ms, deadline) {
  await (0, promises_namespaceObject.setTimeout)(ms, void 0, { signal: deadline.signal }).catch(() => {
    throw interrupted(deadline, void 0, "refused");
  });
}
function gaveUp(error2, attempts, wait, deadline) {
  const tried = counted(attempts, "attempt");
  const asked = wait === error2.retryAfterMs ? " that Atlas asks for" : "";
  const left = `${seconds(deadline.remaining())} of ${seconds(deadline.total)} are left`;
  return error2.final().with(`Gave up after ${tried}, as the wait of ${seconds(wait)}${asked} is longer than what is left of the timeout (${left}): run the job again later, or raise the timeout`);
}
// src/atlas/token.js
const MINT = "mint an access token";
const grant = /* @__PURE__ */ pipe(schema_record, /* @__PURE__ */ object({ access_token: /* @__PURE__ */ string("text") }));
const usable = /* @__PURE__ */ pipe(schema_record, /* @__PURE__ */ object({
  // Visible ASCII is what an Authorization header can carry.
  access_token: /* @__PURE__ */ custom((value) => typeof value === "string" && /^[\x21-\x7e]+$/.test(value), "a token"),
  token_type: /* @__PURE__ */ custom((value) => typeof value === "string" && value.toLowerCase() === "bearer", "Bearer")
}));
function createTokens(options) {
  const { clientId, clientSecret, send, sendPatiently, readJson, keepSecret } = options;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
  keepSecret(basic);
  const post2 = (path2, doing, body) => ({
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
  let proven;
  let renewed = false;
  const mint = async () => {
    try {
      const answer = await sendPatiently(post2(TOKEN_PATH, MINT, { grant_type: "client_credentials" }));
      const json = readJson(answer, MINT);
      const granted = schema_parse(grant, json);
      if ("value" in granted) {
        keepSecret(granted.value.access_token);
        minted.push(granted.value.access_token);
      }
      const parsed = schema_parse(usable, json);
      if ("problem" in parsed)
        throw unreadable(MINT, "it holds no Bearer token", answer.status);
      return parsed.value.access_token;
    } catch (error2) {
      throw error2 instanceof AtlasError ? error2.as("refused") : error2;
    }
  };
  return {
    worked: (token) => {
      proven = token;
    },
    current: () => {
      current ??= mint();
      return current;
    },
    async renewed(refused) {
      const asked = current;
      if (await asked !== refused || current !== asked)
        return current;
      if (renewed && proven !== refused)
        return void 0;
      renewed = true;
      current = mint();
      return current;
    },
    async revoke() {
      const failures = [];
      await Promise.all(minted.map(async (token) => {
        try {
          const body = { token, token_type_hint: "access_token" };
          await send(post2(REVOKE_PATH, "revoke the access token", body));
        } catch (error2) {
          failures.push(error2 instanceof Error ? error2.message : "unknown fault");
        }
      }));
      const [first] = failures;
      return first === void 0 ? void 0 : `The access token that this step minted could not be revoked; it expires by itself, within the hour as a rule. ${first}`;
    }
  };
}
var external_http_ = __nccwpck_require__(8611);
var external_http_namespaceObject = /* @__PURE__ */ __nccwpck_require__.t(external_http_, 2);
var external_https_ = __nccwpck_require__(5692);
var external_https_namespaceObject = /* @__PURE__ */ __nccwpck_require__.t(external_https_, 2);
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
class DecodedURL extends URL {
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
}
var tunnel = __nccwpck_require__(770);
// node_modules/@actions/http-client/lib/index.js
var lib_awaiter = function(thisArg, _arguments, P, generator) {
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
function ProxyAgent() {
  throw new Error("undici is left out of this bundle");
}
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
const HttpRedirectCodes = [
  HttpCodes.MovedPermanently,
  HttpCodes.ResourceMoved,
  HttpCodes.SeeOther,
  HttpCodes.TemporaryRedirect,
  HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
  HttpCodes.BadGateway,
  HttpCodes.ServiceUnavailable,
  HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ["OPTIONS", "GET", "DELETE", "HEAD"];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
  constructor(message, statusCode) {
    super(message);
    this.name = "HttpClientError";
    this.statusCode = statusCode;
    Object.setPrototypeOf(this, HttpClientError.prototype);
  }
}
class HttpClientResponse {
  constructor(message) {
    this.message = message;
  }
  readBody() {
    return lib_awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve) => lib_awaiter(this, void 0, void 0, function* () {
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
    return lib_awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve) => lib_awaiter(this, void 0, void 0, function* () {
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
}
class HttpClient {
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
    return lib_awaiter(this, void 0, void 0, function* () {
      return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
    });
  }
  get(requestUrl, additionalHeaders) {
    return lib_awaiter(this, void 0, void 0, function* () {
      return this.request("GET", requestUrl, null, additionalHeaders || {});
    });
  }
  del(requestUrl, additionalHeaders) {
    return lib_awaiter(this, void 0, void 0, function* () {
      return this.request("DELETE", requestUrl, null, additionalHeaders || {});
    });
  }
  post(requestUrl, data, additionalHeaders) {
    return lib_awaiter(this, void 0, void 0, function* () {
      return this.request("POST", requestUrl, data, additionalHeaders || {});
    });
  }
  patch(requestUrl, data, additionalHeaders) {
    return lib_awaiter(this, void 0, void 0, function* () {
      return this.request("PATCH", requestUrl, data, additionalHeaders || {});
    });
  }
  put(requestUrl, data, additionalHeaders) {
    return lib_awaiter(this, void 0, void 0, function* () {
      return this.request("PUT", requestUrl, data, additionalHeaders || {});
    });
  }
  head(requestUrl, additionalHeaders) {
    return lib_awaiter(this, void 0, void 0, function* () {
      return this.request("HEAD", requestUrl, null, additionalHeaders || {});
    });
  }
  sendStream(verb, requestUrl, stream, additionalHeaders) {
    return lib_awaiter(this, void 0, void 0, function* () {
      return this.request(verb, requestUrl, stream, additionalHeaders);
    });
  }
  /**
   * Gets a typed object from an endpoint
   * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
   */
  getJson(requestUrl_1) {
    return lib_awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      const res = yield this.get(requestUrl, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  postJson(requestUrl_1, obj_1) {
    return lib_awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
      const data = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      const res = yield this.post(requestUrl, data, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  putJson(requestUrl_1, obj_1) {
    return lib_awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
      const data = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      const res = yield this.put(requestUrl, data, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  patchJson(requestUrl_1, obj_1) {
    return lib_awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
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
    return lib_awaiter(this, void 0, void 0, function* () {
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
    return lib_awaiter(this, void 0, void 0, function* () {
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
    info2.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
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
      maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
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
      agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
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
    return lib_awaiter(this, void 0, void 0, function* () {
      retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
      const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
      return new Promise((resolve) => setTimeout(() => resolve(), ms));
    });
  }
  _processResponse(res, options) {
    return lib_awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve, reject) => lib_awaiter(this, void 0, void 0, function* () {
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
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});
// src/atlas/transport.js
class BoundedClient extends HttpClient {
  #options;
  constructor(options) {
    super(options.userAgent, options.handlers, { keepAlive: true, allowRedirects: false });
    this.#options = options;
  }
  async requestRaw(info2, data) {
    const { limit, log } = this.#options;
    const { signal } = limit();
    info2.options.signal = signal;
    const started = monotonic();
    const outcome = (what) => log.debug(`${info2.options.method} ${info2.options.path}: ${what} after ${Math.round(monotonic() - started)} ms`);
    try {
      const response = await orAborted(orClosed(info2.httpModule, (httpModule) => super.requestRaw({ ...info2, httpModule }, data)), signal);
      outcome(response.message.statusCode);
      return response;
    } catch (error2) {
      outcome(signal.aborted ? "ended by the deadline" : "no answer");
      throw error2;
    }
  }
}
function orClosed(httpModule, send) {
  const { promise: closed, reject } = Promise.withResolvers();
  const fail = (code) => reject(Object.assign(new Error("no answer"), { code }));
  const request = (options, answered2) => httpModule.request(options, answered2).once("upgrade", (_, socket) => {
    fail(UPGRADED);
    socket.destroy();
  }).once("close", () => fail("ECONNRESET"));
  return Promise.race([send(Object.create(httpModule, { request: { value: request } })), closed]);
}
async function orAborted(promise, signal) {
  const { promise: aborted, reject } = Promise.withResolvers();
  const onAbort = () => reject(new Error("aborted"));
  if (signal.aborted)
    onAbort();
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
      if (limit.signal.aborted)
        throw interrupted(limit, doing, "refused");
      const sent = monotonic();
      try {
        const { message } = await client.request(method, `${options.baseUrl}${path2}`, body ?? null, {
          ...headers
        });
        const received = monotonic();
        const text = await readBody(message, doing);
        if (limit.signal.aborted)
          throw interrupted(limit, doing, "unknown");
        return { status: message.statusCode ?? 0, headers: message.headers, text, sent, received };
      } catch (error2) {
        if (error2 instanceof AtlasError)
          throw error2;
        if (limit.signal.aborted)
          throw interrupted(limit, doing, "unknown");
        throw noAnswer(error2, doing) ?? error2;
      }
    },
    dispose: () => client.dispose()
  };
}
// src/atlas/window.js
const NO_DAY = [void 0, null, 0];
const wholeNumber = (from, to, due) => /* @__PURE__ */ custom((value) => typeof value === "number" && Number.isInteger(value) && value >= from && value <= to, due);
const unlessUnset = (schema) => /* @__PURE__ */ pipe(/* @__PURE__ */ nullish(schema), /* @__PURE__ */ transform((value) => value ?? void 0));
const day = /* @__PURE__ */ picklist([1, 2, 3, 4, 5, 6, 7], "a day from 1 to 7");
const hour = wholeNumber(0, 23, "an hour from 0 to 23");
const zone = /* @__PURE__ */ custom((value) => typeof value === "string" && value !== "", "a time zone");
const flag = /* @__PURE__ */ dist_boolean("true or false");
const window_count = wholeNumber(0, Number.MAX_SAFE_INTEGER, "a count");
const wave = /* @__PURE__ */ picklist([1, 2, 3], "a wave from 1 to 3");
const hours = /* @__PURE__ */ pipe(schema_record, /* @__PURE__ */ object({ startHourOfDay: /* @__PURE__ */ nullish(hour), endHourOfDay: /* @__PURE__ */ nullish(hour) }), /* @__PURE__ */ check(({ startHourOfDay, endHourOfDay }) => startHourOfDay == null === (endHourOfDay == null), "a start and an end hour"), /* @__PURE__ */ transform(({ startHourOfDay, endHourOfDay }) => startHourOfDay == null || endHourOfDay == null ? void 0 : { startHourOfDay, endHourOfDay }));
const extras = {
  protectedHours: unlessUnset(hours),
  waveAssignment: unlessUnset(wave),
  effectiveWaveAssignment: unlessUnset(wave)
};
const configured = /* @__PURE__ */ object({
  dayOfWeek: day,
  hourOfDay: hour,
  timeZoneId: zone,
  autoDeferOnceEnabled: flag,
  numberOfDeferrals: window_count,
  startASAP: flag,
  ...extras
});
const withoutDay = (due) => `${due}, as it has to be where no day is set`;
const noWindow = /* @__PURE__ */ object({
  // Without a day these can only say the same: what contradicts itself is no proof of "no window".
  hourOfDay: unlessUnset(/* @__PURE__ */ literal(0, withoutDay("0"))),
  timeZoneId: unlessUnset(zone),
  autoDeferOnceEnabled: unlessUnset(flag),
  numberOfDeferrals: unlessUnset(/* @__PURE__ */ literal(0, withoutDay("0"))),
  startASAP: unlessUnset(/* @__PURE__ */ literal(false, withoutDay("false"))),
  ...extras
});
const isForeign = (body) => {
  const keys = Object.keys(body);
  return keys.length > 0 && !keys.some((key) => Object.hasOwn(configured.entries, key));
};
function parseWindow(json) {
  const body = schema_parse(schema_record, json);
  if ("problem" in body)
    return body;
  if (isForeign(body.value))
    return { problem: "it is a JSON object with no field of a maintenance window" };
  if (NO_DAY.includes(body.value.dayOfWeek)) {
    const none = schema_parse(noWindow, json);
    if ("problem" in none)
      return none;
    const { hourOfDay: _, ...rest } = none.value;
    return { value: { configured: false, ...rest } };
  }
  const window = schema_parse(configured, json);
  return "problem" in window ? window : { value: { configured: true, ...window.value } };
}
// src/atlas/client.js
const LONGEST_QUOTE = 4e4;
const LONGEST_SECRET = 2e4;
const CLOSE_MS = 5e3;
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
    const start = redact(text.slice(0, LONGEST_QUOTE));
    const whole = text.length > LONGEST_QUOTE ? start.slice(0, -LONGEST_SECRET) : start;
    return redact(plain(whole));
  };
  let limit = deadline;
  const transport = createTransport({
    baseUrl: baseUrl2,
    userAgent,
    log,
    handlers: credential.kind === "apiKey" ? [createDigest(credential.publicKey, credential.privateKey)] : [],
    limit: () => limit
  });
  const checked2 = (answer, doing, input2) => {
    if (answer.status >= 200 && answer.status < 300)
      return answer;
    throw refusal(answer, { doing, input: input2, unauthorized: unauthorized(credential), safe, now: clock2.now() });
  };
  const readJson = (answer, doing) => {
    if (answer.text.trim() === "")
      throw unreadable(doing, "it is empty, though JSON is expected", answer.status);
    try {
      return JSON.parse(answer.text);
    } catch {
      throw unreadable(doing, isHtml(answer) ? "it is an HTML page, not JSON" : "it is not valid JSON", answer.status);
    }
  };
  const send = async (request) => checked2(await transport.send(request), request.doing);
  const tokens = credential.kind === "serviceAccount" ? createTokens({
    ...credential,
    send,
    sendPatiently: (request) => retry_retry(() => send(request), patience),
    readJson,
    keepSecret
  }) : void 0;
  const signed = async (request) => {
    const bearer = (token2) => transport.send({ ...request, headers: { ...request.headers, authorization: `Bearer ${token2}` } });
    if (credential.kind === "accessToken")
      return bearer(credential.accessToken);
    if (tokens === void 0)
      return transport.send(request);
    const token = await tokens.current();
    const answer = await bearer(token);
    if (answer.status !== 401 || isAboutRights(answer)) {
      tokens.worked(token);
      return answer;
    }
    const renewed = await tokens.renewed(token);
    return renewed === void 0 ? answer : bearer(renewed);
  };
  let rejected;
  let accepted = false;
  const isRejection = (answer) => isAboutCredential(answer) && !accepted && (credential.kind !== "apiKey" || isChallenged(answer));
  const attempt = async (call) => {
    const { bucket, method, path: path2, doing, input: input2, body } = call;
    const wait = pace.turn(bucket);
    if (wait > 0)
      await pause(wait, deadline);
    return alone(async () => {
      if (rejected)
        throw rejected;
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
        checked2(answer, doing, input2);
      } catch (error2) {
        if (isRejection(answer) && error2 instanceof AtlasError)
          rejected = error2;
        throw error2;
      }
      accepted = true;
      return answer;
    });
  };
  const read2 = async (call, parse) => {
    const answer = await retry_retry(() => attempt(call), patience);
    const parsed = parse(readJson(answer, call.doing));
    if ("problem" in parsed)
      throw unreadable(call.doing, safe(parsed.problem), answer.status);
    clock2.heard(answer);
    return parsed.value;
  };
  const written2 = (answer, doing) => {
    if (answer.text.trim() !== "")
      readJson(answer, doing);
    clock2.heard(answer);
  };
  const sendAgain = async (call) => {
    let uncertain = false;
    const once = () => attempt(call).catch((error2) => {
      uncertain ||= error2 instanceof AtlasError && error2.outcome === "unknown";
      throw error2;
    });
    try {
      written2(await retry_retry(once, patience), call.doing);
    } catch (error2) {
      if (!(error2 instanceof AtlasError))
        throw error2;
      throw uncertain || error2.outcome === "unknown" ? error2.uncertain() : error2;
    }
  };
  const sendOnce2 = async (call) => written2(await attempt(call), call.doing);
  const described = (call, send2) => {
    const { method, path: path2, body } = call;
    return { method, path: path2, ...body === void 0 ? {} : { body }, send: () => send2(call) };
  };
  return {
    getWindow: (groupId) => read2({ ...onWindow(groupId), method: "GET", doing: "read the maintenance window" }, parseWindow),
    updateWindow: (groupId, patch) => described({
      ...onWindow(groupId),
      method: "PATCH",
      doing: "change the maintenance window",
      body: JSON.stringify(patch)
    }, sendAgain),
    resetWindow: (groupId) => described({ ...onWindow(groupId), method: "DELETE", doing: "reset the maintenance window" }, sendAgain),
    defer: (groupId) => described({ ...onWindow(groupId), path: deferPath(groupId), method: "POST", doing: "defer the maintenance" }, sendOnce2),
    toggleAutoDefer: (groupId) => described({ ...onWindow(groupId), path: autoDeferPath(groupId), method: "POST", doing: "toggle auto-deferral" }, sendOnce2),
    listProjects(orgId) {
      const page2 = (pageNum) => read2({
        bucket: { id: orgId ?? "", resource: "projects" },
        input: orgId === void 0 ? void 0 : "orgId",
        method: "GET",
        path: `${groupsPath(orgId)}?${projectsQuery(pageNum)}`,
        doing: "list the projects"
      }, (json) => parseProjectsPage(json, orgId));
      return retry_retry(() => collectProjects(page2), patience);
    },
    async listEvents(groupId, query) {
      const doing = "list the maintenance events";
      const seen2 = /* @__PURE__ */ new Set();
      const events = [];
      let listed2 = 0;
      for (let pageNum = 1; listed2 <= MAX_EVENTS; pageNum += 1) {
        const path2 = `${eventsPath(groupId)}?${eventsQuery(query, pageNum)}`;
        const bucket = { id: groupId, resource: "events" };
        const page2 = await read2({ bucket, input: "groupId", method: "GET", path: path2, doing }, parseEventsPage);
        listed2 += page2.length;
        if (listed2 > MAX_EVENTS)
          break;
        for (const { id: id2, created, eventTypeName } of page2) {
          if (id2 != null && seen2.has(id2))
            continue;
          if (id2 != null)
            seen2.add(id2);
          events.push({ created, eventTypeName });
        }
        if (page2.length < EVENTS_PER_PAGE)
          return events.sort((a, b) => b.created - a.created);
      }
      throw new AtlasError({
        code: "TOO_MANY_EVENTS",
        message: `Atlas lists more than ${MAX_EVENTS} maintenance events of the last weeks, which is not plausible. Look at the project's activity feed`,
        outcome: "refused"
      });
    },
    now: clock2.now,
    clockKnown: clock2.known,
    clockSkew: clock2.skew,
    async close() {
      limit = createDeadline(Math.min(deadline.total, CLOSE_MS));
      const warning2 = await tokens?.revoke();
      transport.dispose();
      return warning2;
    }
  };
}
const onWindow = (groupId) => ({
  bucket: { id: groupId, resource: "maintenance" },
  input: "groupId",
  path: windowPath(groupId)
});
const ALONE_MS = 2e3;
function createAlone() {
  let first;
  return (call) => {
    if (first)
      return first.then(call);
    const running = call();
    const over = running.then(nothing, nothing);
    first = Promise.race([over, (0, promises_namespaceObject.setTimeout)(ALONE_MS, void 0, { ref: false })]);
    return running;
  };
}
const nothing = () => {
};
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
var external_node_diagnostics_channel_ = __nccwpck_require__(3053);
// src/atlas/sent.js
const CREATED = "http.client.request.created";
function onceSent(callback) {
  const created = (message) => {
    (0, external_node_diagnostics_channel_.unsubscribe)(CREATED, created);
    const { request } = message;
    request.once("finish", callback);
  };
  (0, external_node_diagnostics_channel_.subscribe)(CREATED, created);
}
// src/complaint.js
class Complaint extends Error {
  name = "Complaint";
}
// src/nearest.js
const called = (name, names) => {
  const wanted = name.toLowerCase();
  return names.find((known2) => known2.toLowerCase() === wanted);
};
function nearest(name, names) {
  const written2 = bare(name);
  let found;
  let least = Number.POSITIVE_INFINITY;
  const slip = (candidate) => Math.abs(written2.length - bare(candidate).length);
  for (const candidate of names.toSorted((a, b) => slip(a) - slip(b))) {
    const wanted = bare(candidate);
    const most = Math.floor(Math.min(written2.length, wanted.length) / 3);
    if (slip(candidate) > most)
      continue;
    const distance = editDistance(written2, wanted);
    if (distance <= most && distance < least) {
      found = candidate;
      least = distance;
    }
  }
  return found;
}
const bare = (name) => name.toLowerCase().replace(/[-_\s]/g, "");
function editDistance(a, b) {
  let older = [];
  let old = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const row2 = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same2 = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row2.push(Math.min(at(old, j) + 1, at(row2, j - 1) + 1, at(old, j - 1) + (same2 ? 0 : 1), swapped ? at(older, j - 2) + 1 : Number.POSITIVE_INFINITY));
    }
    older = old;
    old = row2;
  }
  return at(old, b.length);
}
const at = (row2, column) => row2[column] ?? Number.POSITIVE_INFINITY;
// src/inputs/environment.js
function input(kind, standard) {
  return { kind, ...standard === void 0 ? {} : { default: standard } };
}
function textsOf(env2, table2) {
  const said = (name, variable) => {
    const value = env2[variable] ?? "";
    return table2[name].secret && isBlank(value) ? "" : value.trim();
  };
  const given = (name) => said(name, variableOf(name));
  const standIn = (name) => table2[name].env?.find((variable) => said(name, variable) !== "");
  const either = (name) => {
    const variable = given(name) === "" ? standIn(name) : variableOf(name);
    return variable === void 0 ? "" : said(name, variable);
  };
  const isEmpty2 = (name) => env2[variableOf(name)] !== void 0 && given(name) === "";
  return { given, standIn, either, isEmpty: isEmpty2 };
}
function environment_secretsOf(env2, table2) {
  const values = Object.entries(table2).flatMap(([name, { secret, env: standIns = [] }]) => secret ? [variableOf(name), ...standIns] : []).map((variable) => env2[variable] ?? "").filter((value) => !isBlank(value)).flatMap((value) => [value, value.trim()]);
  return [...new Set(values)];
}
function unknownInputs(env2, names) {
  const known2 = /* @__PURE__ */ new Set([...names.map(variableOf), NOT_AN_INPUT]);
  return Object.keys(env2).filter((variable) => variable.startsWith("INPUT_") && !known2.has(variable) && env2[variable] !== void 0).map((variable) => {
    const name = variable.slice("INPUT_".length);
    const meant = nearest(name, names);
    const shown2 = plain(name.toLowerCase(), 80) || "An empty name";
    return meant === void 0 ? `${shown2} is not an input of this action: remove it from the step, or ${plain(variable, 80)} from its environment.` : `${shown2} is not an input of this action: did you mean ${meant}?`;
  });
}
const NOT_AN_INPUT = "INPUT_METHOD";
const variableOf = (name) => `INPUT_${name.toUpperCase()}`;
// src/inputs/reader.js
class InputError extends Error {
  problems;
  constructor(problems) {
    const many = problems.length > 1;
    super(many ? `${problems.length} problems with the inputs; nothing was sent to Atlas:
${problems.map((problem2) => `- ${problem2}`).join("\n")}` : `${problems.join("")} Nothing was sent to Atlas.`);
    this.name = "InputError";
    this.problems = problems;
  }
}
const MAX_LENGTH = 5e3;
function createReading(env2, secrets) {
  const findings = { problems: [], origins: [], notices: [] };
  const redact = redactor(secrets);
  return { ...findings, reader: (table2) => createReader(env2, table2, findings, redact) };
}
function createReader(env2, table2, findings, redact) {
  const texts = textsOf(env2, table2);
  const { problems, origins } = findings;
  function complain(name, text, phrase) {
    const told = redact(text) === text ? phrase : "cannot be used; its value is not shown, since it holds a secret";
    problems.push(`${name} ${told}${told.endsWith("?") ? "" : "."}`);
  }
  function read2(name) {
    const input2 = table2[name];
    const text = texts.either(name) || input2.default;
    if (text === void 0)
      return void 0;
    const source = texts.given(name) === "" ? texts.standIn(name) : void 0;
    if (source !== void 0)
      origins.push(`${name} comes from ${source}.`);
    try {
      if (text.length > MAX_LENGTH && !input2.long)
        throw new Complaint(`is ${text.length} characters long, far longer than it can be: ${quoted(text)}`);
      return input2.kind(text);
    } catch (error2) {
      if (!(error2 instanceof Complaint))
        throw error2;
      complain(source === void 0 ? name : `${name} (from ${source})`, text, error2.message);
      return void 0;
    }
  }
  function readAll(names) {
    const values = {};
    for (const name of names ?? Object.keys(table2)) {
      const value = read2(name);
      if (value !== void 0)
        values[name] = value;
    }
    return values;
  }
  return { ...texts, ...findings, read: read2, readAll, complain };
}
// src/projects.js
async function findProjects(wanted, atlas) {
  if ("groupIds" in wanted)
    return { found: wanted.groupIds.map((id2) => ({ id: id2 })) };
  try {
    const choice = chooseProjects(wanted, await atlas.listProjects(wanted.orgId));
    if ("chosen" in choice)
      return { found: choice.chosen.map(foundProject) };
    return { error: { code: NO_SUCH_PROJECT, message: coded(choice.problem, NO_SUCH_PROJECT) } };
  } catch (error2) {
    if (!(error2 instanceof AtlasError))
      throw error2;
    return { error: { code: error2.code, message: error2.message } };
  }
}
const NO_SUCH_PROJECT = "NO_SUCH_PROJECT";
const foundProject = ({ groupId: id2, name, clusterCount }) => ({
  id: id2,
  name,
  ...clusterCount === void 0 ? {} : { clusterCount }
});
function foundLines(found, all) {
  const named = found.flatMap(({ id: id2, name }) => name === void 0 ? [] : [{ id: id2, name: quoted(name) }]);
  if (named.length === 0)
    return [];
  const head = named.length === 1 ? "One project was found" : `${named.length} projects were found`;
  return all ? [`${head}:`, ...named.map(({ id: id2, name }) => `- ${name} (${id2})`)] : [`${head}: ${fewOf(named.map(({ name }) => name))}.`];
}
function chooseProjects(wish, listed2) {
  if (listed2.length === 0)
    return { problem: nothingListed(wish) };
  const names = wish.names.length > 0 ? [...new Set(wish.names)] : ["*"];
  const found = names.map((name) => {
    const matches = matching(name);
    const named = listed2.filter((project2) => matches(project2.name));
    return { name, named, carrying: named.filter((project2) => wish.tags.every(isCarriedBy(project2))) };
  });
  const unknown2 = found.filter(({ named }) => named.length === 0);
  if (unknown2.length > 0)
    return { problem: noneMatches(unknown2, wish, listed2) };
  const untagged = found.filter(({ carrying }) => carrying.length === 0);
  if (untagged.length > 0)
    return { problem: noneCarries(untagged, wish) };
  const ambiguous = found.filter(({ carrying }) => organizationsOf(carrying).length > 1);
  if (wish.orgId === void 0 && ambiguous.length > 0)
    return { problem: severalMatch(ambiguous, wish) };
  const chosen = new Set(found.flatMap(({ carrying }) => carrying));
  return { chosen: listed2.filter((project2) => chosen.has(project2)) };
}
function matching(pattern) {
  const [start = "", ...pieces] = pattern.split("*");
  const end = pieces.pop();
  if (end === void 0)
    return (name) => name === pattern;
  return (name) => {
    if (!name.startsWith(start) || !name.endsWith(end))
      return false;
    let at2 = start.length;
    for (const piece of pieces) {
      const next = name.indexOf(piece, at2);
      if (next < 0)
        return false;
      at2 = next + piece.length;
    }
    return at2 + end.length <= name.length;
  };
}
const isCarriedBy = ({ tags: tags2 }) => ([key, value]) => tags2.some((tag2) => tag2.key === key && tag2.value === value);
const organizationsOf = (projects2) => [
  ...new Set(projects2.map(({ orgId }) => orgId))
];
const namesOf = (found) => `projectName ${fewOf(found.map(({ name }) => quoted(name)), "or")}`;
const ADD = "add the key or service account to it in Atlas";
const seen = ({ orgId }) => orgId === void 0 ? "that the credential sees" : `that the credential sees in organization ${orgId}`;
const nothingListed = (wish) => `There is no project ${seen(wish)}. Check ${wish.orgId === void 0 ? "the credential" : "orgId"}; if it is right, the key or service account has yet to be added to the projects in Atlas`;
function noneMatches(unknown2, wish, listed2) {
  const known2 = listed2.map(({ name }) => name);
  const shown2 = unknown2.slice(0, MAX_QUOTED).map(({ name }) => {
    const meant = name.includes("*") ? caseless(name, known2) : nearest(name, known2);
    return `${quoted(name)}${meant === void 0 ? "" : ` (did you mean ${quoted(meant)}?)`}`;
  });
  const rest = unknown2.slice(MAX_QUOTED).map(({ name }) => quoted(name));
  const none = listed2.length === 1 ? `The only project ${seen(wish)} does not match` : `None of the ${listed2.length} projects ${seen(wish)} matches`;
  return `${none} projectName ${fewOf([...shown2, ...rest], "or")}. Case counts, and only \`*\` stands for any text; if the project exists, ${ADD}`;
}
function caseless(pattern, names) {
  const matches = matching(pattern.toLowerCase());
  return names.find((name) => matches(name.toLowerCase()));
}
function noneCarries(untagged, wish) {
  const projects2 = [...new Set(untagged.flatMap(({ named }) => named))];
  const where = wish.names.length > 0 ? `matches ${namesOf(untagged)} and ` : "";
  const lacking = wish.tags.filter((tag2) => !projects2.some((project2) => isCarriedBy(project2)(tag2)));
  const what = lacking.length === 0 ? `all of the projectTags ${listed(wish.tags.map(written))} together` : `the tag ${fewOf(lacking.map((tag2) => `${written(tag2)}${tagHint(tag2, projects2)}`), "or")}`;
  return `No project ${seen(wish)} ${where}carries ${what}. Correct projectTags, or tag the project in Atlas`;
}
const written = ([key, value]) => quoted(`${key}=${value}`);
function tagHint(tag2, projects2) {
  const tags2 = projects2.flatMap((project2) => project2.tags);
  const alike = new Set(tags2.filter(({ key }) => key === tag2[0]).map(({ key, value }) => written([key, value])));
  if (alike.size > 0)
    return ` (there is ${fewOf([...alike])})`;
  const meant = nearest(tag2.join("="), tags2.map(({ key, value }) => `${key}=${value}`));
  return meant === void 0 ? "" : ` (did you mean ${quoted(meant)}?)`;
}
function severalMatch(ambiguous, wish) {
  const organizations = organizationsOf(ambiguous.flatMap(({ carrying }) => carrying));
  const what = wish.names.length > 0 ? namesOf(ambiguous) : "projectTags";
  return `Projects of ${organizations.length} organizations match ${what}: ${fewOf(organizations)}. Give orgId to say which one is meant`;
}
// src/words/phrases.js
const projectCalled = (groupId, name) => plain(name ?? "", 80) || groupId;
const NO_CLUSTERS = "The project has no clusters, so there is nothing to maintain.";
const sentence = (text) => /[.!?…]$/.test(text) ? text : `${text}.`;
const times = (count2) => count2 === 1 ? "once" : count2 === 2 ? "twice" : `${count2} times`;
const hourText = (hourOfDay2) => `${String(hourOfDay2).padStart(2, "0")}:00`;
const firstLine = (message) => (message.split("\n")[0] ?? "").replace(/:$/, ".");
// src/report/deliver.js
function progress({ info: info2 }, total) {
  let done = 0;
  return ({ id: id2, name }, how) => {
    done += 1;
    if (total > 1)
      info2(`${done} of ${total}: project ${projectCalled(id2, name)} ${how}`);
  };
}
async function deliver(report, sink2, check2, closing) {
  const faults = write(report, sink2);
  for (const { title, lines, picture } of report.groups) {
    sink2.startGroup(title);
    for (const line2 of lines)
      sink2.info(line2);
    if (picture !== "")
      sink2.picture(picture);
    sink2.endGroup();
  }
  for (const { level, message, title } of [report.verdict, ...report.annotations, ...faults])
    sink2[level](message, title === void 0 ? {} : { title });
  const succeeded = report.succeeded && !faults.some(({ level }) => level === "error");
  const unclosed = await closing;
  if (unclosed !== void 0)
    sink2.warning(unclosed, { title: TITLE });
  const { state, description, comment: comment2, inTheWay } = report.publication;
  await check2.conclude({
    state: report.succeeded && !succeeded ? "failure" : state,
    description: sink2.redact(description),
    inTheWay,
    comment: (most) => sink2.redact(comment2(most))
  });
  return succeeded;
}
function write({ outputs, summary: summary2 }, sink2) {
  const faults = [];
  try {
    sink2.setOutputs(outputs);
  } catch (error2) {
    faults.push({
      level: "error",
      message: `The outputs could not be written to the file that GITHUB_OUTPUT names: ${reason(error2)}.`,
      title: `${TITLE}: outputs`
    });
  }
  try {
    sink2.writeSummary(summary2);
  } catch (error2) {
    faults.push({
      level: "warning",
      message: `The job summary could not be written: ${reason(error2)}.`,
      title: TITLE
    });
  }
  return faults;
}
const reason = (error2) => error2 instanceof Error ? error2.message : String(error2);
// src/schedule/duration.js
const ISO = /^P(?=\d|T\d)(?:(?<w>\d+)W|(?:(?<d>\d+)D)?(?:T(?=\d)(?:(?<h>\d+)H)?(?:(?<m>\d+)M)?(?:(?<s>\d+)S)?)?)$/;
const SHORT = /^(?=\d)(?:(?<d>\d+)d)?(?:(?<h>\d+)h)?(?:(?<m>\d+)m)?(?:(?<s>\d+)s)?$/;
const UNITS = { w: WEEK, d: DAY, h: HOUR, m: MINUTE, s: SECOND };
function duration_parseDuration(text) {
  const numbers = (ISO.exec(text) ?? SHORT.exec(text))?.groups;
  if (numbers === void 0)
    throw new Complaint(`${complaint(text)}: ${EXAMPLES}`);
  const ms = Object.entries(UNITS).reduce((sum, [unit, size]) => sum + Number(numbers[unit] ?? 0) * size, 0);
  if (ms === 0)
    throw new Complaint(`is zero: ${EXAMPLES}`);
  if (ms > LONGEST)
    throw new Complaint(`is longer than ${LONGEST / DAY} days, the longest that is accepted`);
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
    if (count2 > 0)
      text += `${count2}${unit}`;
  }
  return text || "0s";
}
const EXAMPLES = "write 90s, 45m, 1h30m or 2d, or ISO 8601 such as PT45M or P1D";
function complaint(text) {
  if (/^[+-]/.test(text))
    return "has a sign";
  if (/\d[.,]\d/.test(text))
    return "is not in whole numbers (1h30m, not 1.5h)";
  if (/^P\d*[YM]|^P.*\d[YM].*T|^\d+(y|mo)/i.test(text))
    return "is in years or months, which have no fixed length";
  if (/^(.*[a-z])?\d+$/i.test(text))
    return "ends in a number without a unit";
  if (/^P?(T?\d+[wdhmst])+$/i.test(text))
    return "has a unit in the wrong place, twice, or in the wrong case";
  return "is not a duration";
}
// src/words/told.js
const FAILURES = ["failed", "blocked", "unknown", "tooEarly"];
const STANDINGS = [
  ...FAILURES,
  "overridden",
  "warned",
  "dryRun",
  "ignored",
  "clear",
  "noWindow",
  "removed",
  "changed",
  "nothingToDo",
  "read"
];
const isFailure = ({ standing }) => FAILURES.some((failure2) => failure2 === standing);
const hasFailed = (told) => told.length === 0 || told.some(isFailure);
// src/schedule/days.js
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const SHORT_DAYS = DAYS.map((day2) => day2.slice(0, 3));
function dayCalled(text) {
  const named = (day2) => day2.toLowerCase() === text.toLowerCase();
  return Math.max(DAYS.findIndex(named), SHORT_DAYS.findIndex(named));
}
// node_modules/temporal-polyfill/chunks/root.js
const root_NativeTemporal = globalThis.Temporal;
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
const diffYears = createDiffFunc("years");
const diffMonths = createDiffFunc("months");
const diffWeeks = createDiffFunc("weeks");
const diffDays = createDiffFunc("days");
const diffHours = createDiffFunc("hours");
const diffMinutes = createDiffFunc("minutes");
const diffSeconds = createDiffFunc("seconds");
const diffMilliseconds = createDiffFunc("milliseconds");
const diffMicroseconds = createDiffFunc("microseconds");
const diffNanoseconds = createDiffFunc("nanoseconds");
function normalizeDiffOptions(options) {
  return typeof options === "string" ? { roundingMode: options } : options || {};
}
// node_modules/temporal-utils/dist/index.js
// node_modules/temporal-utils/dist/errorMessages.js
const expectedPositive = (entityName, num) => `Non-positive ${entityName}: ${num}`;
const expectedFinite = (entityName, num) => `Non-finite ${entityName}: ${num}`;
const forbiddenBigIntToNumber = (entityName) => `Cannot convert bigint to ${entityName}`;
const invalidObject = "Invalid object";
const invalidEntity = (fieldName, val) => `Invalid ${fieldName}: ${val}`;
// node_modules/temporal-utils/dist/utils.js
const utils_nanoInMicro = 1e3;
const utils_nanoInMilli = 1e6;
const utils_nanoInSec = 1e9;
const utils_nanoInMinute = 6e10;
const utils_nanoInHour = 36e11;
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
function utils_toIntegerWithTrunc(arg, entityName) {
  return Math.trunc(toFiniteNumber(arg, entityName)) || 0;
}
function utils_toPositiveIntegerWithTruncation(arg, entityName) {
  return requireNumberIsPositive(utils_toIntegerWithTrunc(arg, entityName), entityName);
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
function utils_requireObjectLike(arg) {
  if (!isObjectLike(arg)) {
    throw new TypeError(invalidObject);
  }
  return arg;
}
// node_modules/temporal-polyfill/chunks/internal.js
const internal_invalidEntity = invalidEntity;
const invalidChoice = (fieldName, val, choiceMap) => invalidEntity(fieldName, val) + "; must be " + Object.keys(choiceMap).join();
const internal_forbiddenValueOf = "Cannot use valueOf";
const invalidCallingContext = "Invalid calling context";
const invalidTimeZone = (calendarId) => invalidEntity("TimeZone", calendarId);
const outOfBoundsDate = "Out-of-bounds date";
const failedParse = (s) => `Cannot parse: ${s}`;
const internal_constrainToRange = constrainToRange;
function internal_throwRangeError(message) {
  throw new RangeError(message);
}
function internal_throwTypeError(message) {
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
const createNameDescriptors = (name) => createPropDescriptors({
  name
}, 1);
const createPropDescriptors = (propVals, readonly) => internal_mapProps((value) => ({
  value,
  configurable: 1,
  writable: !readonly
}), propVals);
const createStringTagDescriptors = (value) => ({
  [Symbol.toStringTag]: {
    value,
    configurable: 1
  }
});
function internal_mapProps(transformer, props) {
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
function internal_bindArgs(f, ...boundArgs) {
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
const padNumber2 = /* @__PURE__ */ internal_bindArgs(padNumber, 2);
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
const internal_isoCalendarImpl = void 0;
function internal_getCalendarSlotId(calendar) {
  return calendar === internal_isoCalendarImpl ? "iso8601" : 0 === calendar ? "gregory" : calendar.id;
}
function formatMonthCode(monthCodeNumber, isLeapMonth) {
  return "M" + padNumber2(monthCodeNumber) + (isLeapMonth ? "L" : "");
}
const unitNameMap = {
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
const unitNamesAsc = /* @__PURE__ */ Object.keys(unitNameMap);
const internal_nanoInMicro = utils_nanoInMicro;
const internal_nanoInMilli = utils_nanoInMilli;
const internal_nanoInSec = utils_nanoInSec;
const internal_nanoInMinute = utils_nanoInMinute;
const internal_nanoInHour = utils_nanoInHour;
const nanoInUtcDay = 864e11;
const internal_bigNanoInMilli = /* @__PURE__ */ BigInt(internal_nanoInMilli);
const internal_bigNanoInSec = /* @__PURE__ */ BigInt(internal_nanoInSec);
const bigNanoInUtcDay = /* @__PURE__ */ BigInt(nanoInUtcDay);
const timeFieldNamesAsc = /* @__PURE__ */ unitNamesAsc.slice(0, 6);
const internal_timeGetters = /* @__PURE__ */ createPropGetters(timeFieldNamesAsc);
const calendarDateFieldNamesAsc = ["day", "month", "year"];
function internal_timeFieldsToNano(timeFields) {
  return timeFieldsToSec(timeFields) * internal_nanoInSec + timeFieldsToSubsecNano(timeFields);
}
function timeFieldsToSec(timeFields) {
  return 3600 * timeFields.hour + 60 * timeFields.minute + timeFields.second;
}
function timeFieldsToSubsecNano(timeFields) {
  return timeFields.millisecond * internal_nanoInMilli + timeFields.microsecond * internal_nanoInMicro + timeFields.nanosecond;
}
function nanoToTimeFields(timeNano) {
  const [timeMilli, nanoAfterMilli] = divModFloor(timeNano, internal_nanoInMilli);
  const [microsecond, nanosecond] = divModFloor(nanoAfterMilli, internal_nanoInMicro);
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
  const [epochSec, nano] = divModFloorBigInt(epochNano, internal_bigNanoInSec);
  return [Number(epochSec), Number(nano)];
}
function internal_epochNanoToMilli(epochNano) {
  return Number(divFloorBigInt(epochNano, internal_bigNanoInMilli));
}
function internal_isoDateTimeToEpochNano(isoDateTime) {
  return internal_isoDateToEpochNano(isoDateTime) + BigInt(internal_timeFieldsToNano(isoDateTime));
}
function internal_isoDateToEpochNano(isoDate) {
  return BigInt(isoDateToEpochDays(isoDate)) * bigNanoInUtcDay;
}
function isoDateToEpochDays(isoDate) {
  return isoPartsToEpochDays(isoDate.year, isoDate.month, isoDate.day);
}
function isoPartsToEpochDays(isoYear, isoMonth = 1, isoDay = 1) {
  const monthIndex = isoMonth - 1;
  return isoYear += Math.floor(monthIndex / 12), isoMonth = modFloor(monthIndex, 12), Date.UTC(isoYear % 400 - 400, isoMonth, 0) / 864e5 + 146097 * (divTrunc(isoYear, 400) + 1) + isoDay;
}
function internal_epochNanoToIsoDateTime(epochNano) {
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
function internal_computeCalendarDateFields(calendar, isoDate) {
  return calendar ? calendar.de(isoDate) : isoDate;
}
function computeCalendarMonthCodeParts(calendar, year, month) {
  return calendar ? calendar.L(year, month) : computeIsoMonthCodeParts(month);
}
function computeCalendarEraFields(calendar, isoDate) {
  return 0 === calendar ? computeGregoryEraFields(isoDate) : calendar && calendar.h?.(isoDate) || {};
}
function computeCalendarMonthCode(calendar, isoDate) {
  const { year, month } = internal_computeCalendarDateFields(calendar, isoDate);
  const [monthCodeNumber, isLeapMonth] = computeCalendarMonthCodeParts(calendar, year, month);
  return formatMonthCode(monthCodeNumber, isLeapMonth);
}
const requireString = /* @__PURE__ */ internal_bindArgs(requireType, "string");
function requireType(typeName, arg, entityName = typeName) {
  return typeof arg !== typeName && internal_throwTypeError(internal_invalidEntity(entityName, arg)), arg;
}
function requireNumberIsInteger(num, entityName = "number") {
  return Number.isInteger(num) || internal_throwRangeError(((entityName2, num2) => `Non-integer ${entityName2}: ${num2}`)(entityName, num)), num || 0;
}
function internal_toString(arg) {
  return "symbol" == typeof arg && internal_throwTypeError("Cannot convert Symbol to string"), String(arg);
}
function toPrimitiveWithStringHint(arg) {
  if (!isObjectLike(arg)) {
    return arg;
  }
  const exoticToPrimitive = arg[Symbol.toPrimitive];
  if (null != exoticToPrimitive) {
    "function" != typeof exoticToPrimitive && internal_throwTypeError();
    const primitive = Reflect.apply(exoticToPrimitive, arg, ["string"]);
    return isObjectLike(primitive) && internal_throwTypeError(), primitive;
  }
  return Date.prototype[Symbol.toPrimitive].call(arg, "string");
}
function internal_toStrictInteger(arg, entityName) {
  return requireNumberIsInteger(toFiniteNumber(arg, entityName), entityName);
}
const roundingModeFuncs = [Math.floor, (num) => hasHalf(num) ? Math.floor(num) : Math.round(num), Math.ceil, (num) => hasHalf(num) ? Math.ceil(num) : Math.round(num), Math.trunc, (num) => hasHalf(num) ? Math.trunc(num) || 0 : Math.round(num), (num) => num < 0 ? Math.floor(num) : Math.ceil(num), (num) => Math.sign(num) * Math.round(Math.abs(num)) || 0, (num) => hasHalf(num) ? (num = Math.trunc(num) || 0) + num % 2 : Math.round(num)];
const directionMap = {
  previous: -1,
  next: 1
};
function coerceChoiceOption(optionName, enumNameMap, options, defaultChoice = 0) {
  const enumArg = options[optionName];
  if (void 0 === enumArg) {
    return defaultChoice;
  }
  const enumStr = internal_toString(enumArg);
  const enumNum = enumNameMap[enumStr];
  return void 0 === enumNum && internal_throwRangeError(invalidChoice(optionName, enumStr, enumNameMap)), enumNum;
}
const coerceDirection = /* @__PURE__ */ internal_bindArgs(coerceChoiceOption, "direction", directionMap);
function normalizeOptionsOrString(options, optionName) {
  return "string" == typeof options ? ((optionName2, optionVal) => {
    const res = /* @__PURE__ */ Object.create(null);
    return res[optionName2] = optionVal, res;
  })(optionName, options) : utils_requireObjectLike(options);
}
function internal_combineDateAndTime(isoDate, time) {
  return pluckProps(calendarDateFieldNamesAsc, isoDate, pluckProps(timeFieldNamesAsc, time));
}
const epochNanoMax = /* @__PURE__ */ BigInt(1e8) * bigNanoInUtcDay;
const epochNanoMin = /* @__PURE__ */ BigInt(-1e8) * bigNanoInUtcDay;
const plainDateEpochNanoMin = epochNanoMin - bigNanoInUtcDay;
function internal_checkIsoDateInBounds(isoDate, allowPlainDateLowerEdge = 1) {
  const epochNano = internal_isoDateToEpochNano(isoDate);
  return (epochNano < (allowPlainDateLowerEdge ? plainDateEpochNanoMin : epochNanoMin) || epochNano > epochNanoMax) && internal_throwRangeError(outOfBoundsDate), isoDate;
}
function internal_checkEpochNanoInBounds(epochNano) {
  return (epochNano < epochNanoMin || epochNano > epochNanoMax) && internal_throwRangeError(outOfBoundsDate), epochNano;
}
function isoDateTimeAndOffsetToEpochNano(isoDateTime, offsetNano) {
  return internal_checkEpochNanoInBounds(internal_isoDateToEpochNano(isoDateTime) + BigInt(internal_timeFieldsToNano(isoDateTime) - offsetNano));
}
function roundNumberToInc(num, roundingInc, roundingMode) {
  return roundWithMode(num / roundingInc, roundingMode) * roundingInc || 0;
}
function roundWithMode(num, roundingMode) {
  return roundingModeFuncs[roundingMode](num);
}
function internal_createEpochNanoSlots(epochNano) {
  return {
    epochNanoseconds: epochNano
  };
}
function internal_createZonedEpochNanoSlots(epochNano, timeZone, calendar) {
  return {
    calendar,
    timeZone,
    epochNanoseconds: epochNano
  };
}
function roundToMinute(offsetNano) {
  return roundNumberToInc(offsetNano, internal_nanoInMinute, 7);
}
const internal_zonedEpochSlotsToIso = /* @__PURE__ */ memoize(_zonedEpochSlotsToIso, WeakMap);
function _zonedEpochSlotsToIso(slots) {
  const { epochNanoseconds, timeZone } = slots;
  const offsetNanoseconds2 = timeZone.B(epochNanoseconds);
  return {
    ...internal_epochNanoToIsoDateTime(epochNanoseconds + BigInt(offsetNanoseconds2)),
    offsetNanoseconds: offsetNanoseconds2
  };
}
function internal_getInstantPreferringOffset(timeZone, isoDateTime, offsetNano) {
  return getMatchingInstantFor(timeZone, isoDateTime, offsetNano, 2, 0);
}
function getMatchingInstantFor(timeZone, isoDateTime, offsetNano, offsetDisambig = 0, epochDisambig = 0, epochFuzzy, hasZ) {
  if (hasZ || void 0 !== offsetNano && 1 === offsetDisambig) {
    return isoDateTimeAndOffsetToEpochNano(isoDateTime, offsetNano || 0);
  }
  const possibleEpochNanos = timeZone.O(isoDateTime);
  if (void 0 !== offsetNano && 3 !== offsetDisambig) {
    internal_checkIsoDateInBounds(isoDateTime, 0);
    const matchingEpochNano = ((possibleEpochNanos2, isoDateTime2, offsetNano2, fuzzy) => {
      const zonedEpochNano = internal_isoDateTimeToEpochNano(isoDateTime2);
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
    0 === offsetDisambig && internal_throwRangeError("Invalid TimeZone offset");
  }
  return internal_getSingleInstantFor(timeZone, isoDateTime, epochDisambig, possibleEpochNanos);
}
function internal_getSingleInstantFor(timeZone, isoDateTime, disambig = 0, possibleEpochNanos = timeZone.O(isoDateTime)) {
  if (1 === possibleEpochNanos.length) {
    return possibleEpochNanos[0];
  }
  if (1 === disambig && internal_throwRangeError("Ambiguous offset"), possibleEpochNanos.length) {
    return possibleEpochNanos[3 === disambig ? 1 : 0];
  }
  const zonedEpochNano = internal_isoDateTimeToEpochNano(isoDateTime);
  const gapNano = ((timeZone2, zonedEpochNano2) => {
    const startOffsetNano = timeZone2.B(zonedEpochNano2 - bigNanoInUtcDay);
    return ((gapNano2) => (gapNano2 > nanoInUtcDay && internal_throwRangeError("Out-of-bounds TimeZone gap"), gapNano2))(timeZone2.B(zonedEpochNano2 + bigNanoInUtcDay) - startOffsetNano);
  })(timeZone, zonedEpochNano);
  const shiftedIsoDateTime = internal_epochNanoToIsoDateTime(zonedEpochNano + BigInt(gapNano * (2 === disambig ? -1 : 1)));
  return (possibleEpochNanos = timeZone.O(shiftedIsoDateTime))[2 === disambig ? 0 : possibleEpochNanos.length - 1];
}
const offsetRegExp = /^([+-])([01]\d|2[0-3])(?:(:?)([0-5]\d)(?:\3([0-5]\d)(?:[.,](\d{1,9}))?)?)?$/;
function parseOffsetNano(s) {
  const offsetNano = parseOffsetNanoMaybe(s);
  return void 0 === offsetNano && internal_throwRangeError(failedParse(s)), offsetNano;
}
function parseOffsetNanoMaybe(s, onlyHourMinute) {
  const parts = offsetRegExp.exec(s);
  if (parts) {
    return onlyHourMinute && parts[5] && internal_throwRangeError(failedParse(s)), /* @__PURE__ */ ((s2) => s2 && "+" !== s2 ? -1 : 1)(parts[1]) * (parseInt(parts[2]) * internal_nanoInHour + parseInt0(parts[4]) * internal_nanoInMinute + parseInt0(parts[5]) * internal_nanoInSec + parseSubsecNano(parts[6] || ""));
  }
}
const dateFieldRefiners = {
  era: internal_toString,
  month: utils_toPositiveIntegerWithTruncation,
  monthCode(monthCode, fieldName) {
    return requireString(toPrimitiveWithStringHint(monthCode), fieldName);
  },
  day: utils_toPositiveIntegerWithTruncation
};
const timeFieldRefiners = /* @__PURE__ */ zipPropsConst(timeFieldNamesAsc, utils_toIntegerWithTrunc);
const dateTimeFieldRefiners = /* @__PURE__ */ Object.assign({}, dateFieldRefiners, timeFieldRefiners);
const zonedDateTimeFieldRefiners = {
  offset(offsetString) {
    return parseOffsetNano(requireString(toPrimitiveWithStringHint(offsetString)));
  },
  ...dateTimeFieldRefiners
};
const internal_RawDateTimeFormat = Intl.DateTimeFormat;
function formatEpochMilliToPartsRecord(intlFormat, epochMilli) {
  epochMilli < -864e13 && internal_throwRangeError(outOfBoundsDate);
  const parts = intlFormat.formatToParts(epochMilli);
  const hash = {};
  for (const part of parts) {
    hash[part.type] = part.value;
  }
  return hash;
}
const timeZonePeriodDaysByName = {
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
const minPossibleTransitionSec = -4e9;
function internal_formatInstantIsoAuto(instantSlots) {
  return formatIsoDateTimeFields(internal_epochNanoToIsoDateTime(instantSlots.epochNanoseconds), void 0) + "Z";
}
function internal_formatZonedDateTimeIsoAuto(zonedDateTimeSlots) {
  const calendar = zonedDateTimeSlots.calendar;
  const timeZone = zonedDateTimeSlots.timeZone;
  const offsetNano = timeZone.B(zonedDateTimeSlots.epochNanoseconds);
  return formatIsoDateTimeFields(internal_epochNanoToIsoDateTime(zonedDateTimeSlots.epochNanoseconds + BigInt(offsetNano)), void 0) + internal_formatOffsetNano(roundToMinute(offsetNano)) + formatTimeZone(timeZone.id, 0) + (calendar === internal_isoCalendarImpl ? "" : formatCalendarId(internal_getCalendarSlotId(calendar), 0));
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
  return -1 !== subsecDigits && parts.push(padNumber2(timeFields.second) + ((millisecond, microsecond, nanosecond, subsecDigits2) => formatSubsecNano(millisecond * internal_nanoInMilli + microsecond * internal_nanoInMicro + nanosecond, subsecDigits2))(timeFields.millisecond, timeFields.microsecond, timeFields.nanosecond, subsecDigits)), parts.join(":");
}
function internal_formatOffsetNano(offsetNano, offsetDisplay = 0) {
  if (1 === offsetDisplay) {
    return "";
  }
  const [hour2, nanoRemainder0] = divModFloor(Math.abs(offsetNano), internal_nanoInHour);
  const [minute, nanoRemainder1] = divModFloor(nanoRemainder0, internal_nanoInMinute);
  const [second, nanoRemainder2] = divModFloor(nanoRemainder1, internal_nanoInSec);
  return getSignStr(offsetNano) + padNumber2(hour2) + ":" + padNumber2(minute) + (second || nanoRemainder2 ? ":" + padNumber2(second) + formatSubsecNano(nanoRemainder2) : "");
}
function formatTimeZone(timeZoneId, timeZoneDisplay) {
  return 1 !== timeZoneDisplay ? "[" + (2 === timeZoneDisplay ? "!" : "") + timeZoneId + "]" : "";
}
function formatCalendarId(calendarId, isCritical) {
  return "[" + (isCritical ? "!" : "") + "u-ca=" + calendarId + "]";
}
const trailingZerosRE = /0+$/;
function formatSubsecNano(totalNano, subsecDigits) {
  let s = padNumber(9, totalNano);
  return s = void 0 === subsecDigits ? s.replace(trailingZerosRE, "") : s.slice(0, subsecDigits), s ? "." + s : "";
}
function getSignStr(num) {
  return num < 0 ? "-" : "+";
}
const icuRegExp = /^(AC|AE|AG|AR|AS|BE|BS|CA|CN|CS|CT|EA|EC|IE|IS|JS|MI|NE|NS|PL|PN|PR|PS|SS|VS)T$/;
const badCharactersRegExp = /[^\w\/:+-]+/;
function internal_refineTimeZoneId(rawId) {
  return resolveTimeZoneId(requireString(rawId));
}
function resolveTimeZoneId(rawId) {
  return resolveTimeZoneRecord(rawId).id;
}
const resolveTimeZoneRecord = /* @__PURE__ */ memoize((rawId) => {
  const upperRawId = rawId.toUpperCase();
  const offsetRecord = ((upperRawId2) => {
    const offsetNano = parseOffsetNanoMaybe(upperRawId2, 1);
    if (void 0 !== offsetNano) {
      return {
        id: internal_formatOffsetNano(offsetNano),
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
  const normId = "UTC" === upperRawId ? "UTC" : ((rawId2) => (badCharactersRegExp.test(rawId2) && internal_throwRangeError(invalidTimeZone(rawId2)), icuRegExp.test(rawId2) && internal_throwRangeError("Forbidden ICU TimeZone"), rawId2.toLowerCase().split("/").map((part, partI) => (part.length <= 3 || /\d/.test(part)) && !/etc|yap/.test(part) ? part.toUpperCase() : part.replace(/baja|dumont|[a-z]+/g, (a, i) => a.length <= 2 && !partI || "in" === a || "chat" === a ? a.toUpperCase() : a.length > 2 || !i ? capitalize(a).replace(/island|noronha|murdo|rivadavia|urville/, capitalize) : a)).join("/")))(rawId);
  return queryNamedTimeZoneRecord(normId);
});
const queryNamedTimeZoneRecord = /* @__PURE__ */ memoize((normId) => {
  if ("UTC" === normId) {
    return {
      kind: "utc",
      id: normId,
      m: normId
    };
  }
  const format = (upperNormId = normId.toUpperCase(), new internal_RawDateTimeFormat("en-u-hc-h23", {
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
function internal_queryTimeZone(rawTimeZoneId) {
  const record2 = resolveTimeZoneRecord(rawTimeZoneId);
  return queryTimeZoneRecord(record2.id, record2);
}
const queryTimeZoneRecord = /* @__PURE__ */ memoize((normTimeZoneId, record2) => "named" === record2.kind ? new IntlTimeZone(normTimeZoneId, record2.m, record2.format) : new FixedTimeZone(normTimeZoneId, record2.m, "fixed" === record2.kind ? record2.Z : 0));
class FixedTimeZone {
  constructor(id2, compareKey, offsetNano) {
    this.id = id2, this.m = compareKey, this.Z = offsetNano;
  }
  B() {
    return this.Z;
  }
  O(isoDateTime) {
    return [isoDateTimeAndOffsetToEpochNano(isoDateTime, this.Z)];
  }
  C() {
  }
}
class IntlTimeZone {
  constructor(id2, compareKey, format) {
    this.id = id2, this.m = compareKey, this.me = ((computeOffsetSec, periodDays) => {
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
    })(id2));
  }
  B(epochNano) {
    return this.me.ze(((epochNano2) => epochNanoToSecMod(epochNano2)[0])(epochNano)) * internal_nanoInSec;
  }
  O(isoDateTime) {
    const zonedEpochSec = 86400 * isoDateToEpochDays(isoDateTime) + timeFieldsToSec(isoDateTime);
    const subsecNano = timeFieldsToSubsecNano(isoDateTime);
    return this.me.Ae(zonedEpochSec).map((epochSec) => internal_checkEpochNanoInBounds(BigInt(epochSec) * internal_bigNanoInSec + BigInt(subsecNano)));
  }
  C(epochNano, direction) {
    const [epochSec, subsecNano] = epochNanoToSecMod(epochNano);
    const resEpochSec = this.me.C(epochSec + (direction > 0 || subsecNano ? 1 : 0), direction);
    if (void 0 !== resEpochSec) {
      return BigInt(resEpochSec) * internal_bigNanoInSec;
    }
  }
}
function createSplitTuple(startEpochSec, endEpochSec) {
  return [startEpochSec, endEpochSec];
}
function computePeriod(epochSec, periodSec) {
  const startEpochSec = Math.floor(epochSec / periodSec) * periodSec;
  return [startEpochSec, startEpochSec + periodSec];
}
function clampIntlSampleEpochSec(epochSec) {
  return internal_constrainToRange(epochSec, -1e10, 864e10);
}
function timeRegExpStr(separatorIndex, leapSecondStr = "") {
  return `([01]\\d|2[0-3])(?:(:?)([0-5]\\d)(?:\\${separatorIndex}([0-5]\\d${leapSecondStr})(?:[.,](\\d{1,9}))?)?)?`;
}
const dateTimeRegExpStr = "((?!-0{6})[+-]\\d{6}|\\d{4})(-?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?:[Tt ]" + timeRegExpStr(6, "|60") + "(?:([Zz])|(([+-])" + timeRegExpStr(14) + "))?)?";
const dateTimeRegExp = /* @__PURE__ */ createRegExp(dateTimeRegExpStr + "(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)");
function instantToZonedDateTime(instantSlots, timeZone, calendar) {
  return internal_createZonedEpochNanoSlots(instantSlots.epochNanoseconds, timeZone, calendar);
}
function epochMilliToInstant(epochMilli) {
  return internal_createEpochNanoSlots(internal_checkEpochNanoInBounds(BigInt(internal_toStrictInteger(epochMilli)) * internal_bigNanoInMilli));
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
    (!allowPartialOverlap && hasInvalids || allowPartialOverlap && hasInvalids && !hasShapeFields || hasAnyStyle && (hasGranularShapeFields || hasModifierFields || hasInvalidGranularShapeFields)) && internal_throwTypeError("Invalid formatting options");
    const transformedOptions = {};
    return hasAnyStyle || hasShapeFields || Object.assign(transformedOptions, defaultShapeFields), Object.assign(transformedOptions, granularShapeFields, modifierFields, otherFields), hasDateStyle && (dateStyleReplacementFields ? Object.assign(transformedOptions, dateStyleReplacementFields[dateStyle]) : transformedOptions.dateStyle = dateStyle), hasTimeStyle && (transformedOptions.timeStyle = timeStyle), transformedOptions;
  };
}
const dateDefaultShapeFields = {
  year: "numeric",
  month: "numeric",
  day: "numeric"
};
const timeDefaultShapeFields = {
  hour: "numeric",
  minute: "numeric",
  second: "numeric"
};
const dateTimeDefaultShapeFields = /* @__PURE__ */ Object.assign({}, dateDefaultShapeFields, timeDefaultShapeFields);
const dateShapeFieldNames = ["weekday", "year", "month", "day", "dateStyle"];
const timeShapeFieldNames = ["dayPeriod", "hour", "minute", "second", "fractionalSecondDigits", "timeStyle"];
const dateTimeShapeFieldNames = /* @__PURE__ */ dateShapeFieldNames.concat(timeShapeFieldNames);
const internal_transformZonedOptions = /* @__PURE__ */ createOptionsTransformer(dateTimeShapeFieldNames, [], [], {
  ...dateTimeDefaultShapeFields,
  timeZoneName: "short"
});
function refineDirectionOptions(options) {
  const normalizedOptions = normalizeOptionsOrString(options, "direction");
  const res = coerceDirection(normalizedOptions, 0);
  return res || internal_throwRangeError(internal_invalidEntity("direction", res)), res;
}
// node_modules/temporal-polyfill/chunks/apiHelpers.js
const ZonedDateTimeBranding = "ZonedDateTime";
const InstantBranding = "Instant";
function apiHelpers_defineTemporalClass(branding, cls, getSlots, ...getterMaps) {
  return Object.defineProperties(cls, createNameDescriptors(branding)), Object.defineProperties(cls.prototype, createStringTagDescriptors("Temporal." + branding)), Object.defineProperties(cls.prototype, internal_mapProps((getter) => ({
    get() {
      return getter(getSlots(this));
    },
    configurable: 1
  }), Object.assign({}, ...getterMaps))), cls;
}
const apiHelpers_attachDebugString = "noop" !== noop.name || globalThis.process ? noop : (instance) => {
  Object.defineProperty(instance, "_str_", {
    value: instance.toJSON()
  });
};
function apiHelpers_invalidRecordType() {
  internal_throwTypeError(invalidCallingContext);
}
function apiHelpers_forbiddenValueOf() {
  internal_throwTypeError(internal_forbiddenValueOf);
}
const dateFieldGetters$1 = {
  era(slots) {
    return computeCalendarEraFields(slots.calendar, slots).era;
  },
  eraYear(slots) {
    return computeCalendarEraFields(slots.calendar, slots).eraYear;
  },
  year(slots) {
    return internal_computeCalendarDateFields(slots.calendar, slots).year;
  },
  month(slots) {
    return internal_computeCalendarDateFields(slots.calendar, slots).month;
  },
  monthCode(slots) {
    return computeCalendarMonthCode(slots.calendar, slots);
  },
  day(slots) {
    return internal_computeCalendarDateFields(slots.calendar, slots).day;
  }
};
function createNativeGetters(shimGetters) {
  return createPropGetters(Object.keys(shimGetters));
}
const apiHelpers_timeGetters = /* @__PURE__ */ createNativeGetters(internal_timeGetters);
const apiHelpers_dateFieldGetters = /* @__PURE__ */ createNativeGetters(dateFieldGetters$1);
// node_modules/temporal-polyfill/chunks/funcApi.js
const ZonedDateTimeRecordBranding = `${ZonedDateTimeBranding}Record`;
const InstantRecordBranding = `${InstantBranding}Record`;
const instantMap = /* @__PURE__ */ new WeakMap();
const zonedDateTimeMap = /* @__PURE__ */ new WeakMap();
function getInstantSlots(record2) {
  return getInstantSlotsIfPresent(record2) || apiHelpers_invalidRecordType();
}
function getInstantSlotsIfPresent(record2) {
  return instantMap.get(record2);
}
function setInstantSlots(instance, slots) {
  instantMap.set(instance, slots);
}
function getZonedDateTimeSlots(record2) {
  return funcApi_getZonedDateTimeSlotsIfPresent(record2) || apiHelpers_invalidRecordType();
}
function funcApi_getZonedDateTimeSlotsIfPresent(record2) {
  return zonedDateTimeMap.get(record2);
}
function setZonedDateTimeSlots(instance, slots) {
  zonedDateTimeMap.set(instance, slots);
}
// node_modules/temporal-polyfill/chunks/funcApi-native.js
function requireTimeZoneId(timeZoneId) {
  return "string" == typeof timeZoneId && timeZoneId.includes("[") && internal_throwRangeError(invalidTimeZone(timeZoneId)), timeZoneId;
}
const getNativeZonedDateTime = getZonedDateTimeSlots;
const NativeZonedDateTimeRecord = /* @__PURE__ */ apiHelpers_defineTemporalClass(ZonedDateTimeRecordBranding, class {
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
}, getNativeZonedDateTime, apiHelpers_dateFieldGetters, apiHelpers_timeGetters);
function createNativeZonedDateTimeRecord(native) {
  const instance = Object.create(NativeZonedDateTimeRecord.prototype);
  return setZonedDateTimeSlots(instance, native), apiHelpers_attachDebugString(instance), instance;
}
function offsetNanoseconds(record2) {
  return getNativeZonedDateTime(record2).offsetNanoseconds;
}
function getTimeZoneTransition(record2, options) {
  const resNative = getNativeZonedDateTime(record2).getTimeZoneTransition(options);
  return resNative ? createNativeZonedDateTimeRecord(resNative) : null;
}
const getNativeInstant = getInstantSlots;
const NativeInstantRecord = /* @__PURE__ */ apiHelpers_defineTemporalClass(InstantRecordBranding, class {
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
  return setInstantSlots(instance, native), apiHelpers_attachDebugString(instance), instance;
}
function fromEpochMilliseconds(epochMilliseconds) {
  return createNativeInstantRecord(root_NativeTemporal.Instant.fromEpochMilliseconds(epochMilliseconds));
}
function toZonedDateTimeISO(record2, timeZoneId) {
  return createNativeZonedDateTimeRecord(getNativeInstant(record2).toZonedDateTimeISO(requireTimeZoneId(timeZoneId)));
}
// node_modules/temporal-polyfill/chunks/funcApi-shim.js
const getShimZonedDateTimeSlots = getZonedDateTimeSlots;
const ShimZonedDateTimeRecord = /* @__PURE__ */ apiHelpers_defineTemporalClass(ZonedDateTimeRecordBranding, class {
  get calendarId() {
    return internal_getCalendarSlotId(getShimZonedDateTimeSlots(this).calendar);
  }
  get timeZoneId() {
    return getShimZonedDateTimeSlots(this).timeZone.id;
  }
  get epochMilliseconds() {
    return internal_epochNanoToMilli(getShimZonedDateTimeSlots(this).epochNanoseconds);
  }
  get epochNanoseconds() {
    return getShimZonedDateTimeSlots(this).epochNanoseconds;
  }
  toJSON() {
    return internal_formatZonedDateTimeIsoAuto(getShimZonedDateTimeSlots(this));
  }
  valueOf() {
    return apiHelpers_forbiddenValueOf();
  }
}, getShimZonedDateTimeIsoSlots, dateFieldGetters$1, internal_timeGetters);
function createShimZonedDateTimeRecord(slots) {
  const instance = Object.create(ShimZonedDateTimeRecord.prototype);
  return setZonedDateTimeSlots(instance, slots), apiHelpers_attachDebugString(instance), instance;
}
function getShimZonedDateTimeIsoSlots(record2) {
  const slots = getShimZonedDateTimeSlots(record2);
  return {
    ...internal_zonedEpochSlotsToIso(slots),
    calendar: slots.calendar
  };
}
function funcApi_shim_offsetNanoseconds(record2) {
  return internal_zonedEpochSlotsToIso(getShimZonedDateTimeSlots(record2)).offsetNanoseconds;
}
function funcApi_shim_getTimeZoneTransition(record2, options) {
  const slots = getShimZonedDateTimeSlots(record2);
  const epochNanoseconds = slots.timeZone.C(slots.epochNanoseconds, refineDirectionOptions(options));
  return void 0 !== epochNanoseconds ? createShimZonedDateTimeRecord({
    ...slots,
    epochNanoseconds
  }) : null;
}
const funcApi_shim_endOfHour = /* @__PURE__ */ alignedZonedTime((slots) => ({
  hour: slots.hour,
  minute: 0,
  second: 0,
  millisecond: 0,
  microsecond: 0,
  nanosecond: 0
}), internal_nanoInHour - 1);
const funcApi_shim_endOfMinute = /* @__PURE__ */ alignedZonedTime((slots) => ({
  hour: slots.hour,
  minute: slots.minute,
  second: 0,
  millisecond: 0,
  microsecond: 0,
  nanosecond: 0
}), internal_nanoInMinute - 1);
const funcApi_shim_endOfSecond = /* @__PURE__ */ alignedZonedTime((slots) => ({
  hour: slots.hour,
  minute: slots.minute,
  second: slots.second,
  millisecond: 0,
  microsecond: 0,
  nanosecond: 0
}), internal_nanoInSec - 1);
const funcApi_shim_endOfMillisecond = /* @__PURE__ */ alignedZonedTime((slots) => ({
  hour: slots.hour,
  minute: slots.minute,
  second: slots.second,
  millisecond: slots.millisecond,
  microsecond: 0,
  nanosecond: 0
}), internal_nanoInMilli - 1);
const funcApi_shim_endOfMicrosecond = /* @__PURE__ */ alignedZonedTime((slots) => ({
  hour: slots.hour,
  minute: slots.minute,
  second: slots.second,
  millisecond: slots.millisecond,
  microsecond: slots.microsecond,
  nanosecond: 0
}), internal_nanoInMicro - 1);
function alignedZonedTime(computeAlignment, nanoDelta = 0) {
  return (record2) => {
    const slots = getShimZonedDateTimeSlots(record2);
    const { timeZone } = slots;
    const isoDateTime = internal_zonedEpochSlotsToIso(slots);
    const alignedIsoDateTime = internal_combineDateAndTime(isoDateTime, computeAlignment(isoDateTime));
    const epochNanoseconds = internal_getInstantPreferringOffset(timeZone, alignedIsoDateTime, isoDateTime.offsetNanoseconds) + BigInt(nanoDelta);
    return createShimZonedDateTimeRecord({
      ...slots,
      epochNanoseconds: internal_checkEpochNanoInBounds(epochNanoseconds)
    });
  };
}
const getShimInstantSlots = getInstantSlots;
const ShimInstantRecord = /* @__PURE__ */ apiHelpers_defineTemporalClass(InstantRecordBranding, class {
  get epochMilliseconds() {
    return internal_epochNanoToMilli(getShimInstantSlots(this).epochNanoseconds);
  }
  get epochNanoseconds() {
    return getShimInstantSlots(this).epochNanoseconds;
  }
  toJSON() {
    return internal_formatInstantIsoAuto(getShimInstantSlots(this));
  }
  valueOf() {
    return apiHelpers_forbiddenValueOf();
  }
});
function createShimInstantRecord(slots) {
  const instance = Object.create(ShimInstantRecord.prototype);
  return setInstantSlots(instance, slots), apiHelpers_attachDebugString(instance), instance;
}
function funcApi_shim_fromEpochMilliseconds(epochMilliseconds) {
  return createShimInstantRecord(epochMilliToInstant(epochMilliseconds));
}
function funcApi_shim_toZonedDateTimeISO(record2, timeZoneId) {
  return createShimZonedDateTimeRecord(instantToZonedDateTime(getShimInstantSlots(record2), internal_queryTimeZone(internal_refineTimeZoneId(timeZoneId))));
}
// node_modules/temporal-polyfill/fns/Instant.js
const Instant_fromEpochMilliseconds = root_NativeTemporal ? fromEpochMilliseconds : funcApi_shim_fromEpochMilliseconds;
const Instant_toZonedDateTimeISO = root_NativeTemporal ? toZonedDateTimeISO : funcApi_shim_toZonedDateTimeISO;
// node_modules/temporal-polyfill/fns/ZonedDateTime.js
const ZonedDateTime_offsetNanoseconds = root_NativeTemporal ? offsetNanoseconds : funcApi_shim_offsetNanoseconds;
const ZonedDateTime_getTimeZoneTransition = root_NativeTemporal ? getTimeZoneTransition : funcApi_shim_getTimeZoneTransition;
// src/schedule/newerRules.js
const NEWER_RULES = {
  release: "2026f",
  from: "2025-01-01T00:00Z",
  to: "2042-01-01T00:00Z",
  zones: {
    "Africa/Casablanca": "+01:00 2025-02-23T02:00Z +00:00 2025-04-06T02:00Z +01:00 2026-02-15T02:00Z +00:00 2026-03-22T02:00Z +01:00 2026-09-20T01:00Z +00:00",
    "Africa/El_Aaiun": "+01:00 2025-02-23T02:00Z +00:00 2025-04-06T02:00Z +01:00 2026-02-15T02:00Z +00:00 2026-03-22T02:00Z +01:00 2026-09-20T01:00Z +00:00",
    "America/Edmonton": "-07:00 2025-03-09T09:00Z -06:00 2025-11-02T08:00Z -07:00 2026-03-08T09:00Z -06:00",
    "America/Havana": "-05:00 2025-03-09T05:00Z -04:00 2025-11-02T05:00Z -05:00 2026-03-08T05:00Z -04:00 2027-11-07T05:00Z -05:00 2028-03-12T05:00Z -04:00 2028-11-05T05:00Z -05:00 2029-03-11T05:00Z -04:00 2029-11-04T05:00Z -05:00 2030-03-10T05:00Z -04:00 2030-11-03T05:00Z -05:00 2031-03-09T05:00Z -04:00 2031-11-02T05:00Z -05:00 2032-03-14T05:00Z -04:00 2032-11-07T05:00Z -05:00 2033-03-13T05:00Z -04:00 2033-11-06T05:00Z -05:00 2034-03-12T05:00Z -04:00 2034-11-05T05:00Z -05:00 2035-03-11T05:00Z -04:00 2035-11-04T05:00Z -05:00 2036-03-09T05:00Z -04:00 2036-11-02T05:00Z -05:00 2037-03-08T05:00Z -04:00 2037-11-01T05:00Z -05:00 2038-03-14T05:00Z -04:00 2038-11-07T05:00Z -05:00 2039-03-13T05:00Z -04:00 2039-11-06T05:00Z -05:00 2040-03-11T05:00Z -04:00 2040-11-04T05:00Z -05:00 2041-03-10T05:00Z -04:00 2041-11-03T05:00Z -05:00",
    "America/Inuvik": "-07:00 2025-03-09T09:00Z -06:00 2025-11-02T08:00Z -07:00 2026-03-08T09:00Z -06:00",
    "America/Rainy_River": "America/Winnipeg",
    "America/Vancouver": "-08:00 2025-03-09T10:00Z -07:00 2025-11-02T09:00Z -08:00 2026-03-08T10:00Z -07:00",
    "America/Winnipeg": "-06:00 2025-03-09T08:00Z -05:00 2025-11-02T07:00Z -06:00 2026-03-08T08:00Z -05:00",
    "America/Yellowknife": "America/Edmonton",
    "Canada/Central": "America/Winnipeg",
    "Canada/Mountain": "America/Edmonton",
    "Canada/Pacific": "America/Vancouver",
    Cuba: "America/Havana",
    "Europe/Chisinau": "+02:00 2025-03-30T01:00Z +03:00 2025-10-26T01:00Z +02:00 2026-03-29T01:00Z +03:00 2026-10-25T01:00Z +02:00 2027-03-28T01:00Z +03:00 2027-10-31T01:00Z +02:00 2028-03-26T01:00Z +03:00 2028-10-29T01:00Z +02:00 2029-03-25T01:00Z +03:00 2029-10-28T01:00Z +02:00 2030-03-31T01:00Z +03:00 2030-10-27T01:00Z +02:00 2031-03-30T01:00Z +03:00 2031-10-26T01:00Z +02:00 2032-03-28T01:00Z +03:00 2032-10-31T01:00Z +02:00 2033-03-27T01:00Z +03:00 2033-10-30T01:00Z +02:00 2034-03-26T01:00Z +03:00 2034-10-29T01:00Z +02:00 2035-03-25T01:00Z +03:00 2035-10-28T01:00Z +02:00 2036-03-30T01:00Z +03:00 2036-10-26T01:00Z +02:00 2037-03-29T01:00Z +03:00 2037-10-25T01:00Z +02:00 2038-03-28T01:00Z +03:00 2038-10-31T01:00Z +02:00 2039-03-27T01:00Z +03:00 2039-10-30T01:00Z +02:00 2040-03-25T01:00Z +03:00 2040-10-28T01:00Z +02:00 2041-03-31T01:00Z +03:00 2041-10-27T01:00Z +02:00",
    "Europe/Tiraspol": "Europe/Chisinau"
  }
};
// src/schedule/offsets.js
const RUNNERS_RELEASE = process.versions.tz ?? "(unknown)";
const CARRIED_RELEASE = NEWER_RULES.release;
function clocksOf(zone2, carried = NEWER_RULES) {
  if (carried !== NEWER_RULES)
    return makeClocks(zone2, carried);
  const found = clocks.get(zone2) ?? makeClocks(zone2, carried);
  clocks.set(zone2, found);
  return found;
}
function carriedName(zone2, { zones } = NEWER_RULES) {
  const wanted = zone2.toLowerCase();
  return Object.keys(zones).find((name) => name.toLowerCase() === wanted);
}
function stretches(clock2, from, to) {
  return knownStretches(clock2, from, to).filter(({ start, end }) => start < to && from < end).map(({ start, end, offset }) => ({ start: Math.max(start, from), end: Math.min(end, to), offset }));
}
function readLocal(clock2, local) {
  const near2 = stretches(clock2, local - FURTHEST, local + FURTHEST);
  const hits = near2.flatMap(({ start, end, offset }) => {
    const at2 = local - offset;
    return start <= at2 && at2 < end ? [at2] : [];
  });
  if (hits.length > 0)
    return { earlier: Math.min(...hits), later: Math.max(...hits) };
  const [skip] = near2.flatMap(({ start: change, offset }, i) => {
    const [from, to] = [change + (near2[i - 1]?.offset ?? offset), change + offset];
    return from <= local && local < to ? [{ change, from, to }] : [];
  });
  if (skip !== void 0)
    return skip;
  throw new RangeError(`The clock of ${clock2.zone} never comes to ${new Date(local).toISOString()}`);
}
const offsetAt = (zone2, at2) => offsetBy(clocksOf(zone2)[0], at2);
function offsetBy(clock2, at2) {
  const [stretch] = stretches(clock2, at2, at2 + 1);
  if (stretch === void 0)
    throw new RangeError(`${clock2.zone} has no offset at ${at2}`);
  return stretch.offset;
}
const FURTHEST = 2 * DAY;
const clocks = /* @__PURE__ */ new Map();
function makeClocks(zone2, carried) {
  const runners = {
    zone: zone2,
    release: RUNNERS_RELEASE,
    by: "runner",
    at: (time) => askRuntime(zone2, time),
    known: []
  };
  const name = carried.release === RUNNERS_RELEASE ? void 0 : carriedName(zone2, carried);
  if (name === void 0)
    return [runners];
  const knows = isKnownHere(zone2);
  const ours = {
    zone: zone2,
    release: carried.release,
    by: "action",
    at: lookUp(name, carried, knows ? runners.at : void 0),
    known: []
  };
  if (!knows)
    return [ours];
  return RUNNERS_RELEASE < carried.release ? [ours, runners] : [runners, ours];
}
function isKnownHere(zone2) {
  try {
    Instant_toZonedDateTimeISO(Instant_fromEpochMilliseconds(0), zone2);
    return true;
  } catch (error2) {
    if (!(error2 instanceof RangeError))
      throw error2;
    return false;
  }
}
function lookUp(name, { zones, from, to }, other) {
  const rules = zones[name] ?? name;
  const outer = { start: other ? Date.parse(from) : -Infinity, end: other ? Date.parse(to) : Infinity };
  let start = outer.start;
  const parts = (zones[rules] ?? rules).matchAll(/(\S+)(?: (\S+))?/g);
  const table2 = Array.from(parts, ([, offset = "", change]) => {
    const end = change === void 0 ? outer.end : Date.parse(change);
    const stretch = { start, end, offset: parseOffset(offset) };
    start = end;
    return stretch;
  });
  return (time) => {
    const found = table2.find(({ start: start2, end }) => start2 <= time && time < end);
    if (found !== void 0)
      return found;
    const beyond = other?.(time);
    if (beyond === void 0)
      throw new RangeError(`Nothing is carried of ${name} at ${time}`);
    return time < outer.start ? { ...beyond, end: Math.min(beyond.end, outer.start) } : beyond;
  };
}
function parseOffset(text) {
  const [hours2 = 0, minutes = 0, seconds2 = 0] = text.slice(1).split(":").map(Number);
  const size = hours2 * HOUR + minutes * MINUTE + seconds2 * SECOND;
  return text.startsWith("-") ? -size : size;
}
function knownStretches({ known: known2, at: at2 }, from, to) {
  const [first] = known2;
  if (first === void 0 || from < first.start)
    known2.splice(0, 1, ...follow(at2, from - FURTHEST, first?.end ?? to));
  known2.push(...follow(at2, known2.at(-1)?.end ?? to, to));
  return known2;
}
function follow(at2, from, to) {
  const found = [];
  for (let next = from; next < to; ) {
    const stretch = at2(next);
    found.push(stretch);
    next = stretch.end;
  }
  return found;
}
function askRuntime(zone2, start) {
  const there = Instant_toZonedDateTimeISO(Instant_fromEpochMilliseconds(start), zone2);
  const change = ZonedDateTime_getTimeZoneTransition(there, "next");
  return {
    start,
    end: change?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: ZonedDateTime_offsetNanoseconds(there) / 1e6
  };
}
// src/schedule/time.js
function formatInZone(at2, zone2) {
  const local = at2 + offsetAt(zone2, at2);
  return `${SHORT_DAYS[dayIndex(local)]} ${time_date(local)} ${clock(local)} ${zone2}`;
}
function toIso(at2, zone2) {
  return zone2 === "UTC" ? isoAt(at2, 0).replace("+00:00", "Z") : isoAt(at2, offsetAt(zone2, at2));
}
const isoAt = (at2, offset) => new Date(at2 + offset).toISOString().slice(0, -".000Z".length) + formatOffset(offset);
function formatOffset(offset) {
  const size = Math.abs(offset);
  const seconds2 = size % MINUTE / SECOND;
  const [hh, mm, ss] = [Math.floor(size / HOUR), Math.floor(size % HOUR / MINUTE), seconds2].map(two);
  return `${offset < 0 ? "-" : "+"}${hh}:${mm}${seconds2 === 0 ? "" : `:${ss}`}`;
}
const dayIndex = (local) => {
  const THURSDAY = 4;
  return ((Math.floor(local / DAY) + THURSDAY) % 7 + 7) % 7;
};
const time_ISO = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?$/;
function time_parseInstant(text, zone2, clocks2 = clocksOf(zone2.id)) {
  const [, day2, hours2, minutes, seconds2 = "00", fraction = "", offset] = time_ISO.exec(text) ?? [];
  if (day2 === void 0) {
    throw new Complaint(`${quoted(text)} is not a date and time: write 2026-03-01T21:00, or with an offset 2026-03-01T21:00+01:00`);
  }
  const written2 = `${day2}T${hours2}:${minutes}:${seconds2}.${fraction.padEnd(3, "0")}Z`;
  const local = Date.parse(written2);
  if (Number.isNaN(local) || new Date(local).toISOString() !== written2) {
    throw new Complaint(`${quoted(text)} is not on the calendar or not on the clock`);
  }
  if (offset !== void 0) {
    const at2 = local - checkedOffset(text, offset);
    return { earlier: at2, later: at2 };
  }
  const found = clocks2.map((clock2) => readLocal(clock2, local));
  const readings2 = found.map((reading) => "change" in reading ? void 0 : reading);
  const shown2 = readings2.filter((reading) => reading !== void 0);
  const [skip] = found.filter((reading) => "change" in reading);
  if (skip !== void 0 && shown2.length === 0)
    throw new Complaint(skipped(text, zone2, skip));
  const earlier = Math.min(...shown2.map((instants) => instants.earlier));
  const later = Math.max(...shown2.map((instants) => instants.later));
  const agreed = readings2.every((each) => each?.earlier === earlier && each.later === later);
  return agreed ? { earlier, later } : { earlier, later, readings: readings2 };
}
function skipped(text, zone2, { change, from, to }) {
  const near2 = (at2) => toIso(at2, zone2.id);
  return `${quoted(text)} does not exist in ${zone2.id}: the clock goes from ${time_date(from)} ${clock(from)} to ${time_date(to)} ${clock(to)}. Use a time up to ${near2(change - MINUTE)} or from ${near2(change)} on`;
}
function checkedOffset(text, offset) {
  const value = parseOffset(offset);
  if (Number(offset.slice("+00:".length)) > 59 || Math.abs(value) > 18 * HOUR) {
    throw new Complaint(`${quoted(text)} has an offset that no place on Earth keeps: ${offset}`);
  }
  return value;
}
const two = (value) => String(value).padStart(2, "0");
const time_date = (local) => new Date(local).toISOString().slice(0, -"T00:00:00.000Z".length);
const clock = (local) => new Date(local).toISOString().slice(-"00:00:00.000Z".length, -".000Z".length).replace(/:00$/, "");
// src/words/instants.js
const floorMinute = (at2) => Math.floor(at2 / MINUTE) * MINUTE;
const ceilMinute = (at2) => Math.ceil(at2 / MINUTE) * MINUTE;
function inZones(at2, zones) {
  const texts = zones.map((zone2) => formatInZone(floorMinute(at2), zone2));
  const [first = "", ...others] = texts.map((text, index) => after(texts[index - 1], text));
  return others.length === 0 ? first : `${first} (${others.join(", ")})`;
}
const DATE = "Sun 2026-03-01 ".length;
const after = (before, text) => before?.slice(0, DATE) === text.slice(0, DATE) ? text.slice(DATE) : text;
const moment = (at2, zone2) => formatInZone(at2, zone2).slice(0, -zone2.length - 1);
function span({ start, end }, zone2) {
  const [from, to] = [moment(floorMinute(start), zone2), moment(ceilMinute(end), zone2)];
  return `${from} to ${after(from, to)}`;
}
const ago = (ms) => ms < MINUTE ? "less than a minute" : inUnits(ms, Math.floor);
function away(ms) {
  if (Math.abs(ms) < MINUTE / 2)
    return "now";
  return ms > 0 ? `in ${lengthOf(ms)}` : `${ago(-ms)} ago`;
}
const lengthOf = (ms) => inUnits(ms, Math.ceil);
function inUnits(ms, round) {
  const unit = ms < DAY ? MINUTE : HOUR;
  const minutes = round(ms / unit) * unit / MINUTE;
  const days = minutes < 3 * 1440 ? 0 : Math.floor(minutes / 1440);
  const parts = [
    [days, "d"],
    [Math.floor(minutes / 60) - 24 * days, "h"],
    [minutes % 60, "min"]
  ];
  return parts.flatMap(([count2, name]) => count2 > 0 ? [`${count2} ${name}`] : []).join(" ");
}
// src/report/message.js
const isWarning = ({ standing }) => standing === "warned" || standing === "overridden";
const isError = ({ standing }) => standing === "failed";
const isOverridden = ({ told }) => told.some(({ standing }) => standing === "overridden");
const overrideOf = (account) => isOverridden(account) && account.frame.override !== void 0 ? [account.frame.override] : [];
function stepMessage(account) {
  const [single2, ...more] = account.told;
  return single2 !== void 0 && more.length === 0 ? [...overrideOf(account), ...single2.sentences].join(" ") : [...overrideOf(account), ofAll(account)].join("\n");
}
const headline = (account) => [...overrideOf(account), firstLine(ofAll(account))];
function ofAll({ frame, told }) {
  if (told.length === 0)
    return "There was no project to look at.";
  const failed = told.filter(isFailure);
  const erred = failed.filter(isError).length;
  const others = failed.length - erred;
  const clause = (count2, did) => `${count2} of ${told.length} projects ${did}`;
  if (failed.length > 0)
    return [
      [
        ...others > 0 ? [clause(others, frame.failed(others > 1))] : [],
        ...erred > 0 ? [others > 0 ? `${erred} ${frame.erred}` : clause(erred, frame.erred)] : []
      ].join(", and "),
      message_listed(failed)
    ].join(":");
  const warned = told.filter(isWarning);
  if (warned.length > 0)
    return `${clause(warned.length, `need${warned.length > 1 ? "" : "s"} a look`)}:${message_listed(warned)}`;
  return frame.passed(told);
}
const message_called = ({ groupId, name }) => projectCalled(groupId, name);
const MOST_LISTED = 6e4;
function message_listed(chosen) {
  const lines = chosen.map((one) => `
- ${message_called(one)}: ${one.sentences.join(" ")}`);
  let room = MOST_LISTED;
  const cut2 = lines.findIndex((line2) => {
    room -= line2.length;
    return room < 0;
  });
  if (cut2 < 0)
    return lines.join("");
  return `${lines.slice(0, cut2).join("")}
- ${lines.length - cut2} more: see the summary`;
}
// src/report/heading.js
const MARKS = {
  failed: "❌ Error",
  blocked: "⛔ Blocked",
  unknown: "⚠️ Not known",
  tooEarly: "⏳ Too early to know",
  overridden: "⚠️ Overridden",
  warned: "⚠️ Warning",
  dryRun: "📝 Dry run",
  noWindow: "⚠️ No window",
  ignored: "⚠️ Overlap ignored",
  clear: "✅ Clear",
  removed: "⚠️ Removed",
  changed: "✅ Changed",
  nothingToDo: "✅ Unchanged",
  read: ""
};
const markOf = ({ standing }) => MARKS[standing];
const rank = ({ standing }) => STANDINGS.indexOf(standing);
const CLAUSES = {
  NO_ANSWER: "Atlas gave no answer",
  TIMEOUT: "Atlas gave no answer in time",
  UNREADABLE_ANSWER: "Atlas gave no answer that can be read",
  NO_SUCH_HOST: "Atlas was not found",
  TLS_FAILED: "Atlas cannot be reached securely",
  PROXY_FAILED: "the proxy opened no connection",
  INVALID_CREDENTIAL: "the credential cannot be used",
  USER_UNAUTHORIZED: "the credential may not do this",
  GROUP_NOT_FOUND: "there is no such project",
  CANCELLED: "the run was cancelled",
  NO_DEPLOY: "there is no deploy to judge",
  UNKNOWN_TIME_ZONE: "the time zone is not known",
  EVENTS_UNREADABLE: "the events could not be read"
};
function headingOf({ frame, told }) {
  const [worst, count2] = tellingOnes(told);
  const parts = worst ? [verdictOf(worst), ...told.length > 1 ? [count2] : clearIn(worst)] : [];
  return [frame.heading, ...parts.filter((part) => part !== "")].join(" · ");
}
function tellingOnes(told) {
  const sorted = told.toSorted((a, b) => rank(a) - rank(b));
  const of = (chosen) => [
    chosen[0],
    `${chosen.length} of ${told.length} projects`
  ];
  const failed = sorted.filter(isFailure);
  const blocked = failed.filter((one) => !isError(one));
  if (failed.length > 0)
    return of(blocked.length > 0 ? blocked : failed);
  const warned = sorted.filter(isWarning);
  if (warned.length > 0)
    return of(warned);
  return [sorted[0], `${told.length} projects`];
}
function verdictOf(told) {
  if (told.error === null || !isError(told))
    return markOf(told);
  const isGate = told.facts.verdict !== null;
  const why = Object.hasOwn(CLAUSES, told.error.code) ? CLAUSES[told.error.code] : void 0;
  return isGate ? `⛔ Blocked: ${why ?? "no verdict"}` : `❌ Failed${why === void 0 ? "" : `: ${why}`}`;
}
function clearIn({ facts: { overlap, secondsUntilClear: left } }) {
  return overlap && left ? [`clear in ${lengthOf(left * SECOND)}`] : [];
}
const ABOUT = {
  inputs: "the inputs cannot be used",
  defect: "a defect in the action",
  "Node is too old": "Node is too old"
};
const failureHeading = (about, verdict2) => `Atlas maintenance ${verdict2 === void 0 ? "window · ❌ Failed" : "gate · ⛔ Blocked"}: ${ABOUT[about]}`;
// src/words/facts.js
const NO_FACTS = {
  configured: null,
  dayOfWeek: null,
  hourOfDay: null,
  timeZoneId: null,
  autoDeferOnceEnabled: null,
  numberOfDeferrals: null,
  startASAP: null,
  protectedHours: null,
  waveAssignment: null,
  effectiveWaveAssignment: null,
  window: null,
  changed: false,
  deferred: false,
  waitedSeconds: null,
  overridden: null,
  nextStart: null,
  nextEnd: null,
  maintenanceState: null,
  scheduledStart: null,
  overlap: null,
  verdict: null,
  clearAt: null,
  secondsUntilClear: null
};
// src/report/outputs.js
const toResult = ({ groupId, name, facts, sentences, error: error2 }) => ({
  groupId,
  name,
  ...facts,
  message: sentences.join(" "),
  error: error2
});
const OUTPUTS = ["groupId", ...Object.keys(NO_FACTS), "message", "results"];
function toOutputs(results, message, verdict2) {
  const [single2, ...more] = results;
  const shown2 = single2 === void 0 ? verdict2 ? { verdict: verdict2 } : {} : more.length === 0 ? single2 : together(results);
  const all = { ...shown2, message };
  const texts = new Map(OUTPUTS.map((name) => [name, outputText(all[name])]));
  const room = MOST_UNITS - [...texts.values()].reduce((sum, text) => sum + text.length, 0);
  const known2 = results.filter(({ groupId }) => groupId !== "");
  return texts.set("results", resultsText(known2, room));
}
const MOST_UNITS = 49e4;
const RESERVED_UNITS = 2e3;
function resultsText(results, most) {
  const all = results.map((result, index) => ({ result, index, text: JSON.stringify(result) }));
  const size = (texts) => texts.reduce((sum, { text }) => sum + text.length + 1, 2);
  if (size(all) <= most)
    return `[${all.map(({ text }) => text).join()}]`;
  let room = most - RESERVED_UNITS;
  const kept = all.toSorted((a, b) => urgency(a.result) - urgency(b.result)).filter(({ text }) => {
    room -= text.length + 1;
    return room >= 0;
  }).sort((a, b) => a.index - b.index);
  const isKept = new Set(kept.map(({ index }) => index));
  const left = results.filter((_, index) => !isKept.has(index));
  const message = `${left.length} of ${results.length} projects are left out of results, as GitHub limits the size of outputs`;
  const rest = {
    ...NO_FACTS,
    groupId: "",
    name: null,
    ...together(left),
    message: `${message}.`,
    error: { code: "RESULTS_CUT", message }
  };
  return `[${[...kept.map(({ text }) => text), JSON.stringify(rest)].join()}]`;
}
const urgency = ({ error: error2, verdict: verdict2 }) => error2 !== null || verdict2 === "fail" ? 0 : verdict2 === "warn" ? 1 : 2;
function together(results) {
  const latest = results.reduce((a, b) => clearOf(b) > clearOf(a) ? b : a);
  return {
    changed: results.some((result) => result.changed),
    deferred: results.some((result) => result.deferred),
    // A step waits for all of them together.
    waitedSeconds: results[0]?.waitedSeconds ?? null,
    overridden: anyOf(results.map((result) => result.overridden)),
    overlap: anyOf(results.map((result) => result.overlap)),
    verdict: ["fail", "warn", "pass"].find((verdict2) => results.some((result) => result.verdict === verdict2)) ?? null,
    clearAt: latest.clearAt,
    secondsUntilClear: latest.secondsUntilClear
  };
}
const clearOf = ({ clearAt }) => clearAt === null ? Number.POSITIVE_INFINITY : Date.parse(clearAt);
const anyOf = (values) => values.includes(true) ? true : values.includes(null) ? null : false;
const outputText = (value) => value === null || value === void 0 ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
// src/schedule/interval.js
const overlaps = (a, b) => a.start < b.end && b.start < a.end;
const hull = (intervals) => ({
  start: intervals.reduce((at2, { start }) => Math.min(at2, start), Number.POSITIVE_INFINITY),
  end: intervals.reduce((at2, { end }) => Math.max(at2, end), Number.NEGATIVE_INFINITY)
});
function joined(intervals) {
  const all = [];
  for (const next of intervals.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last === void 0 || last.end < next.start)
      all.push(next);
    else
      all.splice(-1, 1, { start: last.start, end: Math.max(last.end, next.end) });
  }
  return all;
}
// src/report/timeline.js
const TICKS = [
  [5 * MINUTE, "5minute"],
  [15 * MINUTE, "15minute"],
  [30 * MINUTE, "30minute"],
  [HOUR, "1hour"],
  [2 * HOUR, "2hour"],
  [3 * HOUR, "3hour"],
  [6 * HOUR, "6hour"]
];
const WIDEST_TICK = "12hour";
const MOST_STEPS = 3;
const WIDEST = 36 * HOUR;
const NEAR = DAY;
const CALENDAR = 400;
function gantt(bars, zone2) {
  const shown2 = shownOf(bars);
  if (shown2 === void 0)
    return void 0;
  const { start, end } = hull(shown2);
  const clock2 = offsetAt(zone2, start) === offsetAt(zone2, end) ? zone2 : "UTC";
  const drawn = (at2) => toIso(at2, clock2).slice(0, "YYYY-MM-DDTHH:mm".length).replace("T", " ").replace(/^\d+/, (year) => String(Number(year) - CALENDAR));
  const [, tick = WIDEST_TICK] = TICKS.find(([size]) => (end - start) / size <= MOST_STEPS) ?? [];
  const said = shown2.filter(({ bar }) => bar.section !== "Protected hours");
  const lines = [
    `%%{init: ${JSON.stringify(LAYOUT)}}%%`,
    `%% Drawn ${CALENDAR} years early, on the same weekdays: no clock of a reader changes there.`,
    "gantt",
    `  title Times in ${clock2}`,
    "  accTitle: The deploy and the maintenance near it",
    `  accDescr: ${said.map(({ bar }) => `${bar.label} ${whenText(bar, clock2)}`).join(", ")}, in ${clock2}.`,
    "  dateFormat YYYY-MM-DD HH:mm",
    "  axisFormat %a %H:%M",
    `  tickInterval ${tick}`,
    "  todayMarker off"
  ];
  for (const [label, several] of Map.groupBy(shown2, ({ bar }) => bar.label)) {
    lines.push(`  section ${wrapped(label)}`);
    for (const { bar, start: start2, end: end2 } of several) {
      const style = bar.style === void 0 ? "" : `${bar.style}, `;
      lines.push(`    ${textOf(bar)} :${style}${drawn(start2)}, ${drawn(end2)}`);
    }
  }
  return { mermaid: lines.join("\n"), zone: clock2 };
}
const LAYOUT = {
  gantt: { displayMode: "compact", leftPadding: 90, rightPadding: 30 },
  themeCSS: [
    // Of long zones, the whole name is seen on a telephone too.
    ".titleText { font-size: 12px; }",
    // Beside its bar a label has the color for inside, which nobody sees in the dark, but for this.
    "text.taskTextOutsideRight, text.taskTextOutsideLeft { fill: inherit !important; }"
  ].join(" ")
};
const wrapped = (label) => label.replace(/(?=.{14})(.{1,13}) /g, "$1<br>");
function textOf(bar) {
  const { start, end } = inMinutes(bar);
  return bar.style === "milestone" ? "here" : formatDuration(end - start);
}
const near = (bars) => shownOf(bars)?.map(({ bar }) => bar) ?? [];
function shownOf(bars) {
  const core = coreOf(bars);
  if (core === void 0)
    return void 0;
  const room = (WIDEST - (core.end - core.start)) / 2;
  const background = bars.filter(({ section }) => section === "Protected hours");
  const figures = bars.filter(({ section }) => section !== "Protected hours");
  const shown2 = cut(figures, { start: floorMinute(core.start - room), end: ceilMinute(core.end + room) });
  return [...shown2, ...cut(background, hull(shown2))];
}
const cut = (bars, within) => bars.map((bar) => ({ bar, ...inMinutes(bar) })).filter((shown2) => overlaps(shown2, within) || shown2.start === shown2.end && isIn(shown2.start, within)).map(({ bar, start, end }) => ({
  bar,
  start: Math.max(start, within.start),
  end: Math.min(end, within.end)
}));
const isIn = (at2, { start, end }) => start <= at2 && at2 <= end;
function coreOf(bars) {
  const deploy = bars.find(({ section }) => section === "Deploy");
  if (deploy === void 0)
    return void 0;
  const maintenance = bars.filter(({ section }) => section === "Maintenance");
  const blocking = maintenance.filter(({ style }) => style === "crit");
  const [nearest2] = (blocking.length > 0 ? blocking : maintenance).map(({ start, end }) => {
    const [until, from] = [Math.min(end, deploy.end), Math.max(start, deploy.start)];
    return { gap: from - until, start: Math.min(until, from), end: Math.max(until, from) };
  }).sort((a, b) => a.gap - b.gap);
  if (nearest2 === void 0 || nearest2.gap > NEAR)
    return void 0;
  return { start: nearest2.start, end: Math.min(nearest2.end, nearest2.start + NEAR) };
}
function inMinutes({ section, style, start, end }) {
  if (style !== "milestone")
    return { start: floorMinute(start), end: ceilMinute(end) };
  const at2 = section === "Now" ? floorMinute(start) : ceilMinute(start);
  return { start: at2, end: at2 };
}
function whenText(bar, zone2) {
  const { start, end } = inMinutes(bar);
  return start === end ? moment(start, zone2) : span({ start, end }, zone2);
}
// src/report/summary.js
const MOST_BYTES = 1e6;
const RESERVED_BYTES = 3e3;
const ALERTS = {
  failed: "CAUTION",
  blocked: "CAUTION",
  unknown: "CAUTION",
  tooEarly: "CAUTION",
  overridden: "WARNING",
  warned: "WARNING",
  dryRun: "NOTE",
  noWindow: "NOTE",
  ignored: "NOTE",
  clear: "TIP",
  removed: "WARNING",
  changed: "TIP",
  nothingToDo: "NOTE",
  read: "NOTE"
};
function summary(account, baseUrl2, most = MOST_BYTES) {
  const { frame, told } = account;
  const [single2, ...more] = told;
  const parts = single2 !== void 0 && more.length === 0 ? [
    alertOf(single2.standing, [...overrideOf(account), ...single2.sentences]),
    ...bodyOf(single2, frame, baseUrl2)
  ] : summary_together(account, baseUrl2, most);
  return `${[`### ${headingOf(account)}`, ...parts, ...assumptions(account)].join("\n\n")}
`;
}
function errorSummary(heading, message) {
  const [first = "", ...lines] = message.split("\n");
  return `### ${heading}

${markdown_alert("CAUTION", verdict([first, ...lines.map((line2) => line2.replace(/^- /, ""))]))}
`;
}
const alertOf = (standing, sentences) => markdown_alert(ALERTS[standing], verdict(sentences));
const verdict = ([first = "", ...others]) => [
  `**${prose(first)}**`,
  ...others.length > 0 ? [others.map((text) => `- ${prose(text)}`).join("\n")] : []
];
const assumptions = ({ frame: { assumptions: assumptions2 }, told }) => assumptions2.length === 0 || told.every(({ error: error2 }) => error2 !== null) ? [] : [`<sub>${assumptions2.map(prose).join("<br>")}</sub>`];
function bodyOf(told, frame, baseUrl2) {
  const times2 = timeline(told, frame);
  const rows = told.rows.filter(([, , kind]) => kind !== "time" || times2.length === 0);
  return [
    ...told.warnings.length > 0 ? [told.warnings.map((warning2) => `- ⚠️ ${prose(warning2)}`).join("\n")] : [],
    ...told.changes.length > 0 ? [changes(told)] : [],
    ...times2,
    table(["Project", projectText(told, baseUrl2)], rows.map(([name, value]) => [narrow(name), unbroken(prose(value))]))
  ];
}
const projectLink = ({ groupId, name }, baseUrl2, text = escaped(projectCalled(groupId, name))) => groupId === "" ? "not known" : markdown_link(text, `${baseUrl2}/v2/${groupId}`);
function projectText(told, baseUrl2) {
  const id2 = told.groupId.replace(/^\w{12}(?=\w)/, "$&<wbr>");
  return told.name === null ? projectLink(told, baseUrl2, id2) : `${projectLink(told, baseUrl2)} <code>${id2}</code>`;
}
const changes = ({ changes: changes2, standing }) => table(["Setting", "Before", standing === "dryRun" ? "After (not done)" : "After"], changes2.map((cells) => cells.map(escaped)));
function timeline({ bars, zones }, { zone: zone2 = "UTC" }) {
  if (!bars.some(({ section }) => section === "Maintenance"))
    return [];
  const chart = gantt(bars, zone2);
  const inOrder = [.../* @__PURE__ */ new Set([zone2, ...zones])];
  const rows = bars.filter(({ section }) => section !== "Protected hours").map((bar) => [
    bar.section === "Maintenance" ? `Maintenance: ${bar.label.toLowerCase()}` : bar.label,
    ...inOrder.map((zone3) => unbroken(whenText(bar, zone3)).replace(/ to (?=[A-Z])/, "&nbsp;to<br>"))
  ]);
  return [
    ...chart ? [`\`\`\`mermaid
${chart.mermaid}
\`\`\``] : [],
    ...chart && chart.zone !== zone2 ? [`<sub>The chart is in UTC, as the clock of ${escaped(zone2)} changes within it.</sub>`] : [],
    table(["", ...inOrder.map(escaped)], rows)
  ];
}
const summary_DATE = /\b[A-Z][a-z]{2} \d{4}-\d{2}-\d{2}/;
const TIME = / \d{2}:\d{2}/;
const LENGTH = /\b\d+ (?:d|h|min)\b(?: \d+ (?:h|min)\b)?/;
const glued = (text, parts) => text.replace(parts, (part) => part.replaceAll(" ", "&nbsp;").replaceAll("-", "-&NoBreak;"));
const INSTANTS = new RegExp(`${summary_DATE.source}${TIME.source}|${LENGTH.source}`, "g");
const unbroken = (text) => glued(text, INSTANTS);
const DATES = new RegExp(`${summary_DATE.source}|${LENGTH.source}`, "g");
const narrow = (text) => glued(text, DATES);
function summary_together(account, baseUrl2, most) {
  const { frame, told: all } = account;
  const sorted = all.toSorted((a, b) => rank(a) - rank(b));
  const worst = sorted[0]?.standing ?? "failed";
  const named = all.some(({ name }) => name !== null);
  const columns = [...frame.columns.keys()].filter((at2) => all.some(({ cells }) => cells[at2]));
  const names = columns.flatMap((at2) => frame.columns[at2] ?? []);
  const head = table(["Result", "Project", ...named ? ["Id"] : [], ...names], []);
  let room = most - RESERVED_BYTES;
  const fitting = (texts) => {
    const fit = texts.findIndex((text) => {
      room -= Buffer.byteLength(text) + 2;
      return room < 0;
    });
    return fit < 0 ? [...texts] : texts.slice(0, fit);
  };
  const rows = fitting(sorted.map((told) => row(told, named, columns, baseUrl2)));
  const folded = fitting(sorted.map((told) => fold(told, frame, baseUrl2)));
  const left = sorted.length - folded.length;
  const leftRows = sorted.length - rows.length;
  return [
    alertOf(worst, headline(account)),
    ...frame.zone === void 0 ? [] : [`Times in ${escaped(frame.zone)}:`],
    [head, ...rows].join("\n"),
    ...folded,
    ...left === 0 ? [] : [
      `The details of ${counted(left, "project")}${leftRows > 0 ? ` and ${counted(leftRows, "row")} of the table` : ""} are left out, as GitHub cuts longer text here; the worst come first. The output <code>results</code> holds all.`
    ]
  ];
}
function row(told, named, columns, baseUrl2) {
  const cells = [
    markOf(told).replaceAll(" ", "&nbsp;"),
    projectLink(told, baseUrl2),
    ...named ? [`<code>${told.groupId}</code>`] : [],
    ...columns.map((at2) => narrow(escaped(told.cells[at2] ?? "")))
  ];
  return `| ${cells.join(" | ")} |`;
}
const fold = (told, frame, baseUrl2) => details([
  markOf(told),
  ...told.name === null ? [] : [escaped(projectCalled(told.groupId, told.name))],
  `<code>${told.groupId}</code>`
].filter((part) => part !== "").join(" "), [...verdict(told.sentences), ...bodyOf(told, frame, baseUrl2)].join("\n\n"));
// src/report/textChart.js
const WIDTH = 76;
const LEAST_TRACK = 20;
const A_WEEK_OF_DAYS = 6 * DAY;
function textChart(bars, zone2) {
  if (!bars.some(({ section }) => section === "Maintenance"))
    return "";
  const whole = hull(bars);
  const length = whole.end - whole.start;
  const when2 = (bar) => {
    const text = whenText(bar, zone2);
    return length < A_WEEK_OF_DAYS ? text.replaceAll(textChart_DATE, "") : text;
  };
  const rows = [...Map.groupBy(bars, ({ label }) => label)].map(([label, several]) => ({
    label,
    bars: several,
    when: several.length > 1 ? "" : several.map(when2).join()
  }));
  const labels = longest(rows.map(({ label }) => label));
  const track = Math.max(LEAST_TRACK, WIDTH - labels - longest(rows.map((row2) => row2.when)) - 4);
  const column = (at2) => Math.round((at2 - whole.start) / length * track);
  return [
    `Times in ${zone2}`,
    ...rows.map((row2) => {
      const signs = Array.from({ length: track }, () => "·");
      for (const { start, end, style } of row2.bars) {
        const from = Math.min(column(start), track - 1);
        signs.fill(signOf(style), from, Math.max(from + 1, column(end)));
      }
      return `${row2.label.padEnd(labels)}  ${signs.join("")}  ${row2.when}`.trimEnd();
    })
  ].join("\n");
}
const textChart_DATE = / \d{4}-\d{2}-\d{2}/g;
const longest = (texts) => Math.max(...texts.map(({ length }) => length));
const signOf = (style) => style === "milestone" ? "◆" : style === "done" ? "░" : style === void 0 ? "▒" : "█";
// src/report/report.js
function toReport(account, surroundings) {
  const { frame, told } = account;
  const { baseUrl: baseUrl2, skew, runnersClock } = surroundings;
  const results = told.map(toResult);
  const message = stepMessage(account);
  const failed = hasFailed(told);
  const many = told.length > 1;
  const named = (one, text) => many ? `Project ${message_called(one)}: ${text}` : text;
  const warnings = told.flatMap((one) => one.warnings.map((warning2) => named(one, warning2)));
  const notices = [
    ...many ? told.filter(isWorthKnowing).map((one) => named(one, one.sentences.join("\n"))) : [],
    ...surroundings.notices,
    ...onceEach(told.flatMap((one) => one.notices)),
    ...skew === void 0 ? [] : [skewText(skew)]
  ];
  const annotations = [
    ...warnings.map((message2) => ({ level: "warning", message: message2, title: TITLE })),
    ...notices.map((message2) => ({ level: "notice", message: message2, title: TITLE })),
    ...runnersClock ? [{ level: "warning", message: RUNNERS_CLOCK, title: TITLE }] : []
  ];
  return {
    succeeded: !failed,
    groups: told.map((one) => ({
      title: `Project ${message_called(one)}${message_called(one) === one.groupId ? "" : ` (${one.groupId})`}`,
      lines: [
        ...many ? one.sentences : [],
        ...one.changes.map(([name, before, after2]) => `${name}: ${before} → ${after2}`),
        ...one.rows.map(([name, value]) => `${name}: ${value}`)
      ],
      picture: many ? "" : textChart(near(one.bars), frame.zone ?? "UTC")
    })).filter(({ lines }) => lines.length > 0),
    verdict: {
      // One fact a line.
      message: many || !told[0] ? message : [...overrideOf(account), ...told[0].sentences].join("\n"),
      ...failed ? { level: "error", title: `${TITLE}: ${frame.failure}` } : told.some(isWarning) ? { level: "warning", title: `${TITLE}: ${isOverridden(account) ? "overridden" : "warning"}` } : !many && told.some(isWorthKnowing) ? { level: "notice", title: TITLE } : { level: "success" }
    },
    annotations,
    outputs: toOutputs(results, message),
    summary: summary(account, baseUrl2),
    publication: {
      state: failed ? isWaiting(told) ? "pending" : "failure" : "success",
      description: many || !told[0] ? firstLine(message) : [...overrideOf(account), told[0].short].join(" "),
      inTheWay: failed || results.some(({ overlap }) => overlap === true),
      comment: (most) => summary(account, baseUrl2, most)
    }
  };
}
function toFailureReport(message, about, verdict2) {
  const heading = failureHeading(about, verdict2);
  return {
    succeeded: false,
    groups: [],
    verdict: { level: "error", message, title: `${TITLE}: ${about}` },
    annotations: [],
    outputs: toOutputs([], message, verdict2),
    summary: errorSummary(heading, message),
    publication: {
      state: "failure",
      description: firstLine(message),
      inTheWay: true,
      // An entity for each sign takes less than that.
      comment: (most) => errorSummary(heading, shortened(message, most / 20))
    }
  };
}
const isWaiting = (told) => told.length > 0 && told.filter(isFailure).every(({ standing }) => standing === "tooEarly");
const onceEach = (notices) => [...Map.groupBy(notices, ({ about }) => about).values()].flatMap(([first]) => first ? [first.text] : []);
const isWorthKnowing = (told) => !isFailure(told) && (told.facts.deferred || told.standing === "nothingToDo");
const RUNNERS_CLOCK = "Atlas sent no usable Date, so the runner's clock is used: if that is wrong, so is everything that depends on the time. Look for a gateway or proxy that removes the header.";
const skewText = (skew) => `The runner's clock is ${formatDuration(Math.round(Math.abs(skew) / SECOND) * SECOND)} ${skew > 0 ? "ahead of" : "behind"} Atlas's; Atlas's time is used.`;
// src/schedule/weekly.js
function weeklyStarts(window, from, to, [newest, ...older] = clocksOf(window.timeZoneId)) {
  const starts = startsBy(newest, window, from, to);
  if (older.length === 0)
    return starts;
  const others = older.flatMap((clock2) => startsBy(clock2, window, from, to));
  return [.../* @__PURE__ */ new Set([...starts, ...others])].sort((a, b) => a - b);
}
const nextWeeklyStart = (window, from, [newest] = clocksOf(window.timeZoneId)) => nextBy(newest, window, from);
function nextWeeklyStarts(window, from, clocks2 = clocksOf(window.timeZoneId)) {
  return [...new Set(clocks2.map((clock2) => nextBy(clock2, window, from)))].sort((a, b) => a - b);
}
function nextStartsAfter(window, start, clocks2 = clocksOf(window.timeZoneId)) {
  const having = clocks2.filter((clock2) => startsBy(clock2, window, start, start + 1).length > 0);
  return nextWeeklyStarts(window, start + 1, having.length > 0 ? having : clocks2);
}
const weekLater = (window, { start, end }) => {
  const [first, ...more] = window && start === end ? nextStartsAfter(window, start) : [];
  return first === void 0 ? [{ start: start + WEEK, end: end + WEEK }] : [{ start: first, end: first }, ...more.map((at2) => ({ start: at2, end: at2 }))];
};
function firstDifference(window, from, to, clocks2 = clocksOf(window.timeZoneId)) {
  const each = clocks2.map((clock2) => startsBy(clock2, window, from, to));
  const odd = each.flat().filter((start) => each.some((starts) => !starts.includes(start)));
  if (odd.length === 0)
    return void 0;
  const first = Math.min(...odd);
  return clocks2.map((clock2) => nearestBy(clock2, window, first));
}
function startsBy(clock2, window, from, to) {
  const starts = [];
  const known2 = stretches(clock2, from - MARGIN, Math.max(from, to) + MARGIN);
  let local;
  let before = 0;
  for (const { start, end, offset } of known2) {
    local ??= inWeekOf(start + offset, window);
    for (; local < end + offset; local += WEEK) {
      const skipped2 = local < start + offset;
      const at2 = local - (skipped2 ? before : offset);
      if (from <= at2 && at2 < to)
        starts.push(at2);
    }
    before = offset;
  }
  return starts;
}
function nextBy(clock2, window, from) {
  const [first] = startsBy(clock2, window, from, from + 2 * WEEK);
  if (first === void 0)
    throw new RangeError(`No weekly start in two weeks in ${window.timeZoneId}`);
  return first;
}
const nearestBy = (clock2, window, start) => startsBy(clock2, window, start - WEEK, start + WEEK).reduce((best, other) => Math.abs(other - start) < Math.abs(best - start) ? other : best);
const MARGIN = 2 * DAY;
const inWeekOf = (local, { dayOfWeek, hourOfDay: hourOfDay2 }) => (Math.floor(local / DAY) - dayIndex(local) + dayOfWeek - 1) * DAY + hourOfDay2 * HOUR;
// src/schedule/zone.js
function parseZone(text, carried) {
  const canonical = RUNTIME_ONLY.test(text) ? void 0 : canonicalId(text) ?? carriedName(text, carried);
  if (canonical === void 0) {
    const meant = nearest(text, knownZones());
    throw new Complaint(`${quoted(text)} is not a time zone that is known here: ${meant === void 0 ? "write an IANA name such as Europe/Berlin, America/New_York or UTC" : `did you mean ${meant}?`}`);
  }
  const id2 = ianaName(canonical);
  return id2.toLowerCase() === text.toLowerCase() ? { id: id2 } : { id: id2, alias: text };
}
const ianaName = (canonical) => IANA_NAMES[canonical] ?? canonical;
const knownZones = () => ["UTC", ...Intl.supportedValuesOf("timeZone").map(ianaName)];
const canonicalIds = /* @__PURE__ */ new Map();
function canonicalId(text) {
  if (!canonicalIds.has(text))
    canonicalIds.set(text, zone_lookUp(text));
  return canonicalIds.get(text);
}
function zone_lookUp(text) {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return void 0;
  }
}
const RUNTIME_ONLY = /^([+-].*|systemv\/.*|(ac|ae|ag|ar|as|be|bs|ca|cn|cs|ct|ea|ec|ie|is|js|mi|ne|ns|pl|pn|pr|ps|ss|vs)t)$/i;
const IANA_NAMES = {
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
// src/inputs/kinds.js
const DEFAULT_BASE_URL = "https://cloud.mongodb.com";
const MAX_TIMEOUT = 6 * HOUR;
const asWritten = (text) => text;
const oneOf = (...values) => (text) => {
  const found = called(text, values);
  if (found !== void 0)
    return found;
  const meant = nearest(text, values);
  const question = meant === void 0 ? "" : `: did you mean ${quotedWord(meant)}?`;
  throw new Complaint(`must be ${listed(values.map(quotedWord), "or")}, not ${quoted(text)}${question}`);
};
const quotedWord = (word) => `\`${word}\``;
const kinds_boolean = (text) => {
  if (/^(true|True|TRUE)$/.test(text))
    return true;
  if (/^(false|False|FALSE)$/.test(text))
    return false;
  throw new Complaint(`must be \`true\` or \`false\`, not ${quoted(text)}`);
};
const kinds_dayOfWeek = (text) => {
  const index = /^[1-7]$/.test(text) ? Number(text) - 1 : dayCalled(text);
  if (index < 0)
    throw new Complaint(`must be \`1\` (Sunday) to \`7\` (Saturday) or a day's name such as \`Sunday\` or \`Sun\`, not ${quoted(text)}`);
  return index + 1;
};
const AN_HOUR = /^(?:0?\d|1\d|2[0-3])$/;
const hourOfDay = (text) => {
  if (!AN_HOUR.test(text))
    throw new Complaint(`must be a whole hour, \`0\` (midnight) to \`23\`, not ${quoted(text)}`);
  return Number(text);
};
const isNone = (text) => text.toLowerCase() === "none";
const MAX_PROTECTED_HOURS = 18;
const protectedHours = (text) => {
  if (isNone(text))
    return null;
  const [start = "", end = "", ...rest] = text.split(/ *- */);
  if (rest.length > 0 || !AN_HOUR.test(start) || !AN_HOUR.test(end))
    throw new Complaint(`must be two hours of \`0\` to \`23\` such as \`9-17\`, or \`none\`, not ${quoted(text)}`);
  const hours2 = { startHourOfDay: Number(start), endHourOfDay: Number(end) };
  const length = (hours2.endHourOfDay - hours2.startHourOfDay + 24) % 24;
  if (length === 0)
    throw new Complaint(`starts and ends at the same hour (${quoted(text)}); Atlas refuses that`);
  if (length > MAX_PROTECTED_HOURS)
    throw new Complaint(`covers ${length} hours (${quoted(text)}); Atlas allows at most ${MAX_PROTECTED_HOURS}`);
  return hours2;
};
const waveAssignment = (text) => {
  if (isNone(text))
    return null;
  switch (text) {
    case "1":
      return 1;
    case "2":
      return 2;
    case "3":
      return 3;
    default:
      throw new Complaint(`must be \`1\`, \`2\`, \`3\` or \`none\`, not ${quoted(text)}`);
  }
};
const PROJECT = ["a project", "Project Settings"];
const ORGANIZATION = ["an organization", "Organization Settings"];
function misspelling(id2, [owner, place]) {
  if (/^[a-f0-9]{24}$/.test(id2))
    return void 0;
  const why = /^[a-fA-F0-9]{24}$/.test(id2) ? "has upper-case letters; write it in lower case" : `is not ${owner} id (24 of the characters 0-9 and a-f, found under ${place} in Atlas; this has ${id2.length})`;
  return `${quoted(id2)} ${why}`;
}
const isLoopback = (host) => host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
const baseUrl = (text) => {
  const [, authority = ""] = /^https?:\/\/([^/?#]+)/i.exec(text) ?? [];
  const url = authority === "" || /[\s\p{C}\\]/u.test(text) ? null : URL.parse(text);
  if (url === null)
    throw new Complaint(`must be a URL such as \`${DEFAULT_BASE_URL}\``);
  if (authority.includes("@"))
    throw new Complaint("must not hold a user name or password; use the credential inputs");
  if (text.includes("?") || text.includes("#"))
    throw new Complaint("must not have a query or a fragment");
  if (authority.toLowerCase().replace(/:\d*$/, "") !== url.hostname)
    throw new Complaint(`spells its host in a way that stands for another: write ${plain(url.hostname, 80)} if that is the one you mean`);
  if (url.protocol === "http:" && !isLoopback(url.hostname))
    throw new Complaint(`must be https: over http to ${plain(url.hostname, 80)} the credentials could be read on the way (http is for loopback only)`);
  if (url.pathname.includes("/api/atlas"))
    throw new Complaint("must end before `/api/atlas`: the action adds the path itself");
  return url.origin + url.pathname.replace(/\/+$/, "");
};
const listOf = (misspelt) => (text) => {
  const places = text.split(",").map((part) => part.split("\n").map((line2) => line2.trim()).filter((line2) => line2 !== ""));
  const holes = places.flatMap((lines, index) => lines.length === 0 ? [String(index + 1)] : []);
  const entries = places.flat();
  const wrong = [];
  if (holes.length > 0)
    wrong.push(`has ${holes.length > 1 ? "empty entries" : "an empty entry"} between its commas (${fewOf(holes)} of ${places.length}): probably a variable that is not set. Set it, or remove the comma`);
  const complaints = entries.flatMap((entry) => misspelt(entry) ?? []);
  wrong.push(...complaints.slice(0, MAX_QUOTED));
  if (complaints.length > MAX_QUOTED)
    wrong.push(`The same goes for ${complaints.length - MAX_QUOTED} more`);
  if (wrong.length > 0)
    throw new Complaint(wrong.join(". "));
  return entries;
};
const projects = listOf((id2) => misspelling(id2, PROJECT));
const organization = (text) => {
  const wrong = misspelling(text, ORGANIZATION);
  if (wrong !== void 0)
    throw new Complaint(wrong);
  return text;
};
const projectNames = listOf(() => void 0);
const tagParts = (tag2) => {
  const [key = "", ...value] = tag2.split("=");
  return [key.trim(), value.join("=").trim()];
};
const tags = listOf((tag2) => {
  const [key, value] = tagParts(tag2);
  if (key !== "" && value !== "")
    return void 0;
  const why = !tag2.includes("=") ? "is not a tag such as `environment=production`" : key === "" ? "has no key before its `=`" : "has no value after its `=`: probably a variable that is not set";
  return `${quoted(tag2)} ${why}`;
});
const projectTags = (text) => {
  const values = /* @__PURE__ */ new Map();
  for (const [key, value] of tags(text).map(tagParts)) {
    const other = values.get(key) ?? value;
    if (other !== value)
      throw new Complaint(`asks for ${quoted(`${key}=${other}`)} and ${quoted(`${key}=${value}`)}, but a project has one value for a key: use a step for each`);
    values.set(key, value);
  }
  return [...values];
};
const duration = (text) => {
  try {
    return duration_parseDuration(text);
  } catch (error2) {
    throw error2 instanceof Complaint ? new Complaint(`${quoted(text)} ${error2.message}`) : error2;
  }
};
const kinds_reason = (text) => {
  if (text.length > MOST_REASON)
    throw new Complaint(`is ${text.length} characters long; at most ${MOST_REASON} are accepted`);
  if (isBlank(text) || /^(?:true|false)$/i.test(text))
    throw new Complaint(`must be a reason in words, not ${quoted(text)}; leave it empty where there is none`);
  return plain(text, MOST_REASON);
};
const MOST_REASON = 500;
const timeout = (text) => {
  const ms = duration(text);
  if (ms > MAX_TIMEOUT)
    throw new Complaint(`is at most ${formatDuration(MAX_TIMEOUT)}; ${quoted(text)} is more`);
  return ms;
};
// src/inputs/projects.js
const PROJECTS = {
  groupId: { ...input(projects), env: ["MONGODB_ATLAS_PROJECT_ID"], long: true },
  orgId: { ...input(organization), env: ["MONGODB_ATLAS_ORG_ID"] },
  projectName: { ...input(projectNames), long: true },
  projectTags: { ...input(projectTags), long: true }
};
const LOOKED_FOR_BY = ["orgId", "projectName", "projectTags"];
function readProjects(reader) {
  const { read: read2, readAll, given, standIn, either, problems, origins, notices } = reader;
  const asked = LOOKED_FOR_BY.filter((name) => given(name) !== "");
  if (areNamedById(reader)) {
    if (asked.length > 0) {
      problems.push(`groupId cannot be combined with ${listed(asked, "or")}: it names the projects already. Give one or the other.`);
      readAll(asked);
    }
    const ids = read2("groupId");
    if (ids === void 0)
      return void 0;
    if (given("groupId") === "" && standIn("orgId") !== void 0)
      origins.push(`${standIn("orgId")} is not used: ${standIn("groupId")} says which project is meant.`);
    const repeated = new Set(ids.filter((id2, index) => ids.indexOf(id2) !== index));
    if (repeated.size > 0)
      notices.push(`groupId names ${fewOf([...repeated])} more than once; each is done once.`);
    return { groupIds: [...new Set(ids)] };
  }
  if (LOOKED_FOR_BY.every((name) => either(name) === "")) {
    problems.push("groupId is missing, and so are projectName, projectTags and orgId: use one of them to say which Atlas project is meant, or set MONGODB_ATLAS_PROJECT_ID.");
    return void 0;
  }
  if (standIn("groupId") !== void 0)
    origins.push(`${standIn("groupId")} is not used: the step gives ${listed(asked)}.`);
  const { orgId, projectName = [], projectTags: projectTags2 = [] } = readAll(LOOKED_FOR_BY);
  return { orgId, names: projectName, tags: projectTags2 };
}
const areNamedById = ({ given, either }) => given("groupId") !== "" || either("groupId") !== "" && LOOKED_FOR_BY.every((name) => given(name) === "");
function keyOfProjects(texts) {
  const { given, either } = texts;
  const isWished = LOOKED_FOR_BY.some((name) => given(name) !== "");
  if (areNamedById(texts)) {
    const ids = partsOf(either("groupId"));
    return !isWished && ids.length > 0 && ids.every((id2) => ID.test(id2)) ? ids : void 0;
  }
  if (either("orgId") !== "" && !ID.test(either("orgId")))
    return void 0;
  const key = LOOKED_FOR_BY.flatMap((name) => partsOf(either(name)).map((part) => `${name} ${part}`));
  return key.length > 0 ? key : void 0;
}
const ID = /^[a-f0-9]{24}$/;
const partsOf = (list) => [
  ...new Set(list.split(/[,\n]/).map((part) => part.trim()).filter((part) => part !== ""))
].sort();
// src/inputs/common.js
const COMMON = {
  ...PROJECTS,
  publicKey: { ...input(asWritten), env: ["MONGODB_ATLAS_PUBLIC_API_KEY"] },
  privateKey: { ...input(asWritten), env: ["MONGODB_ATLAS_PRIVATE_API_KEY"], secret: true },
  clientId: { ...input(asWritten), env: ["MONGODB_ATLAS_CLIENT_ID"] },
  clientSecret: { ...input(asWritten), env: ["MONGODB_ATLAS_CLIENT_SECRET"], secret: true },
  accessToken: { ...input(asWritten), env: ["MONGODB_ATLAS_ACCESS_TOKEN"], secret: true },
  // No default here: a runner would pass that as an input, which wins over the environment.
  baseUrl: { ...input(baseUrl), env: ["MONGODB_ATLAS_BASE_URL", "MONGODB_ATLAS_OPS_MANAGER_URL"] },
  maintenanceDuration: input(duration, "4h"),
  dryRun: input(kinds_boolean, "false"),
  timeout: input(timeout, "2m"),
  githubToken: { ...input(asWritten), secret: true }
};
// src/inputs/credential.js
const CREDENTIALS = [
  { kind: "accessToken", title: "access token", names: ["accessToken"] },
  { kind: "serviceAccount", title: "service account", names: ["clientId", "clientSecret"] },
  { kind: "apiKey", title: "API key", names: ["publicKey", "privateKey"] }
];
const credential_variableOf = (name) => COMMON[name].env[0];
const eachWay = (spelled) => CREDENTIALS.map(({ names }) => listed(names.map(spelled))).join(", or ");
const NO_SECRETS = "pull requests from forks and from Dependabot get no secrets";
function readCredential({ given, either, standIn, problems, origins }) {
  const mentioned = (text) => CREDENTIALS.filter(({ names }) => names.some((name) => text(name) !== ""));
  const asInputs = mentioned(given);
  const whole = asInputs.filter(({ names }) => names.every((name) => given(name) !== ""));
  if (whole.length > 1) {
    problems.push(`Two kinds of credentials are given, ${listed(whole.map(({ title, names }) => `${title} (${names.join(", ")})`))}: keep one.`);
    return void 0;
  }
  const candidates = asInputs.length > 0 ? asInputs : mentioned(either).slice(0, 1);
  const [winner] = candidates;
  if (winner === void 0) {
    problems.push(`No credentials: give ${eachWay((name) => name)}; or set ${eachWay(credential_variableOf)}. If the workflow passes them already, they are empty: ${NO_SECRETS}.`);
    return void 0;
  }
  const halves = candidates.filter(({ names }) => names.some((name) => either(name) === ""));
  problems.push(...halves.map(({ names }) => halfProblem(names, either, given)));
  if (halves.length > 0)
    return void 0;
  const source = winner.names.map((name) => given(name) === "" ? standIn(name) ?? name : `input ${name}`);
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
function halfProblem(names, text, given) {
  const has = names.filter((name) => text(name) !== "").map((name) => given(name) === "" ? `${name} (from ${credential_variableOf(name)})` : name);
  const lacks = names.filter((name) => text(name) === "");
  const why = lacks.some((name) => "secret" in COMMON[name]) ? ` (if it comes from a secret, that secret is empty: ${NO_SECRETS})` : "";
  return `${lacks.join("")} is missing or empty, but ${has.join("")} is given: the two go together. Set it, or ${lacks.map(credential_variableOf).join("")} in the environment${why}.`;
}
// src/schedule/deployStarts.js
const MOST_STARTS = 1e3;
function startLines(text) {
  const lines = text.split(/\r?\n/);
  const starts = lines.flatMap((line2, index) => {
    const [start = ""] = line2.split("#", 1);
    const subject2 = lines.length === 1 ? "" : `line ${index + 1}: `;
    return start.trim() === "" ? [] : [{ text: start.trim(), line: line2.trim(), subject: subject2 }];
  });
  if (starts.length === 0)
    throw new Complaint("holds no start: write now, or a date and time such as 2026-03-01T21:00");
  if (starts.length > MOST_STARTS)
    throw new Complaint(`holds ${starts.length} starts, and at most ${MOST_STARTS} are accepted: leave out those that are past or far ahead`);
  return starts;
}
// src/schedule/deployWindow.js
function parseDeployWindow(text) {
  const lines = [];
  const problems = [];
  for (const [index, line2] of text.split(/\r?\n/).entries()) {
    if (line2.trim() === "")
      continue;
    try {
      lines.push(parseLine(line2.trim()));
    } catch (error2) {
      if (!(error2 instanceof Complaint))
        throw error2;
      problems.push(`line ${index + 1}: ${error2.message}`);
    }
  }
  if (lines.length + problems.length === 0)
    problems.push(`holds no line: write for example ${EXAMPLE}`);
  return { lines, problems };
}
function deployWindow_occurrences(line2, zone2, from, to, clocks2 = clocksOf(zone2)) {
  const found = [];
  for (const readings2 of eachDay(line2, clocks2, from, to)) {
    for (const interval of joined(readings2)) {
      if (interval.end > from && interval.start < to)
        found.push(interval);
    }
  }
  return found;
}
function windowDifference(line2, clocks2, from, to) {
  for (const readings2 of eachDay(line2, clocks2, from, to)) {
    if (!readings2.some(({ start, end }) => end > from && start < to))
      continue;
    for (const edge of ["start", "end"]) {
      const instants = readings2.map((reading) => reading[edge]);
      if (new Set(instants).size > 1)
        return instants;
    }
  }
  return void 0;
}
function* eachDay(line2, clocks2, from, to) {
  for (let midnight = Math.floor(from / DAY) * DAY - deployWindow_MARGIN; midnight < to + deployWindow_MARGIN; midnight += DAY) {
    if (!line2.days.has(dayIndex(midnight)))
      continue;
    yield clocks2.map((clock2) => ({
      start: startOf(clock2, midnight + line2.start),
      end: endOf(clock2, midnight + line2.end)
    }));
  }
}
const deployWindow_MARGIN = 4 * DAY;
function startOf(clock2, local) {
  const reading = readLocal(clock2, local);
  return "change" in reading ? reading.change : reading.earlier;
}
function endOf(clock2, local) {
  const reading = readLocal(clock2, local);
  return "change" in reading ? reading.change + (local - reading.from) : reading.later;
}
const EXAMPLE = "Mon-Fri 09:00-17:00";
function parseLine(line2) {
  const [, days = "", times2 = ""] = /^(\S.*?)\s+(\d.*)$/.exec(line2) ?? [];
  if (days === "") {
    throw new Complaint(`${quoted(line2)} does not give days and hours: write for example ${EXAMPLE}`);
  }
  const [first = "", last = "", ...more] = times2.split("-");
  if (last === "" || more.length > 0) {
    throw new Complaint(`${quoted(times2)} is not a start and an end: write for example 09:00-17:00`);
  }
  const [start, end] = [parseClock(first), parseClock(last)];
  if (start === DAY)
    throw new Complaint('"24:00" can only end a window: a day starts at 00:00');
  if (start === end) {
    throw new Complaint(`${quoted(times2)} starts when it ends: write 00:00-24:00 for a whole day`);
  }
  return { text: line2, days: parseDays(days), start, end: end < start ? end + DAY : end };
}
function parseClock(text) {
  const [, hours2, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  const time = Number(hours2) * HOUR + Number(minutes) * MINUTE;
  if (hours2 === void 0 || Number(minutes) > 59 || time > DAY) {
    throw new Complaint(`${quoted(text)} is not a time of day: write 00:00 to 24:00, two digits each`);
  }
  return time;
}
function parseDays(text) {
  if (text.toLowerCase() === "daily")
    return new Set(DAYS.keys());
  const days = /* @__PURE__ */ new Set();
  for (const part of text.split(",")) {
    const [first = 0, last = first, ...more] = part.trim().split("-").map(parseDay);
    if (more.length > 0) {
      throw new Complaint(`${quoted(part)} is not a day or a range of days: write Mon or Mon-Fri`);
    }
    for (let day2 = first; ; day2 = (day2 + 1) % DAYS.length) {
      days.add(day2);
      if (day2 === last)
        break;
    }
  }
  return days;
}
function parseDay(text) {
  const day2 = dayCalled(text);
  if (day2 < 0) {
    throw new Complaint(`${quoted(text)} is not a day: write ${listed([...SHORT_DAYS, "daily"], "or")}`);
  }
  return day2;
}
// src/schedule/difference.js
const differenceAt = (zone2, clocks2, instants) => ({
  zone: zone2,
  runnerKnows: clocks2.some(({ by }) => by === "runner"),
  readings: clocks2.flatMap((clock2, i) => {
    const { release, by } = clock2;
    const at2 = instants[i];
    return at2 === void 0 ? [] : [{ release, by, at: at2, offset: offsetBy(clock2, at2) }];
  })
});
function carriedAlone(zone2, at2, clocks2 = clocksOf(zone2)) {
  return clocks2.length === 1 && clocks2[0].by === "action" ? differenceAt(zone2, clocks2, [at2]) : void 0;
}
function weeklyDifference(window, deploys, maintenanceDuration, now) {
  const clocks2 = clocksOf(window.timeZoneId);
  if (clocks2.length === 1)
    return carriedAlone(window.timeZoneId, now, clocks2);
  const next = { start: now, end: nextWeeklyStart(window, now) + 1 };
  const [first] = deploys;
  const judged = first && {
    start: first.start - maintenanceDuration,
    end: Math.max(...deploys.map((deploy) => deploy.end))
  };
  for (const { start, end } of judged ? [judged, next] : [next]) {
    const instants = firstDifference(window, start, end);
    if (instants !== void 0)
      return differenceAt(window.timeZoneId, clocks2, instants);
  }
  return void 0;
}
function differenceNotice(subject2, { zone: zone2, runnerKnows, readings: readings2 }, runners) {
  const [reading, ...others] = readings2;
  if (reading !== void 0 && !runnerKnows) {
    return `This runner's Node (time zone rules ${runners}) does not know ${zone2}: the rules ${reading.release}, which this action carries, are followed.`;
  }
  const told = readings2.map(({ release, by, at: at2, offset }) => `${isoAt(at2, offset)} by ${release} (${by === "action" ? "carried by this action" : "this runner's Node"})`);
  return `The time zone rules of ${zone2} differ between releases: ${subject2} is ${told.join(" and ")}${others.length > 0 ? ". Both count." : "; the other clock skips it."}`;
}
// src/schedule/deploy.js
const startsNow = (deploy) => deploy.kind === "once" && deploy.start === void 0;
function parseDeploy(inputs) {
  const { deployStart, deployDuration, deployEnd, deployWindow } = inputs;
  const zone2 = inputs.zone ?? { id: "UTC" };
  if (deployWindow !== void 0) {
    const { lines: lines2, problems: problems2 } = parseDeployWindow(deployWindow);
    return problems2.length === 0 && inputs.zone ? { deploy: { kind: "standing", zone: zone2, lines: lines2 }, notes: [] } : { problems: problems2.map((phrase) => ({ input: "deployWindow", phrase })) };
  }
  const problems = [];
  const notes = [];
  function attempt(input2, read2, subject2 = "") {
    try {
      return read2();
    } catch (error2) {
      if (!(error2 instanceof Complaint))
        throw error2;
      problems.push({ input: input2, phrase: `${subject2}${error2.message}` });
      return void 0;
    }
  }
  function instant2(input2, text, subject2) {
    const at2 = attempt(input2, () => time_parseInstant(text, zone2), subject2);
    const twice = at2 && (at2.readings ?? [at2]).find((reading) => reading && reading.earlier !== reading.later);
    if (twice)
      notes.push(twiceNote(input2, text, zone2, twice));
    return at2;
  }
  function length(text) {
    if (text === void 0)
      return void 0;
    const after2 = attempt("deployDuration", () => duration_parseDuration(text), `${quoted(text)} `);
    return after2 === void 0 ? void 0 : { after: after2 };
  }
  function time(text) {
    const at2 = instant2("deployEnd", text);
    return at2 && { at: at2 };
  }
  const lines = deployStart === void 0 ? [] : attempt("deployStart", () => startLines(deployStart)) ?? [];
  const written2 = [];
  for (const { text, line: line2, subject: subject2 } of lines) {
    const now = text === "now";
    const start2 = now ? void 0 : instant2("deployStart", text, subject2);
    if (now && lines.length > 1)
      problems.push({ input: "deployStart", phrase: `${subject2}${AMONG_OTHERS}` });
    else if (now || start2)
      written2.push({ text, line: line2, start: start2 });
  }
  const same2 = Map.groupBy(written2, ({ start: start2 }) => JSON.stringify(start2));
  const starts = [...same2.values()].flatMap((each) => each.slice(0, 1));
  const repeated = written2.length - starts.length;
  if (repeated > 0)
    notes.push(repeatedNote(repeated));
  const end = deployEnd === void 0 ? length(deployDuration) : time(deployEnd);
  if (deployEnd !== void 0 && lines.length - repeated > 1)
    problems.push({ input: "deployEnd", phrase: ONE_END });
  const [first, ...more] = starts;
  if (first === void 0 || end === void 0 || problems.length > 0)
    return { problems };
  if (more.length > 0) {
    const releases = starts.flatMap(({ line: line2, start: start2 }) => start2 ? [{ kind: "once", zone: zone2, line: line2, start: start2, end }] : []).sort((a, b) => a.start.earlier - b.start.earlier || a.start.later - b.start.later);
    return inputs.zone ? { deploy: { kind: "planned", zone: zone2, releases }, notes } : { problems };
  }
  const { start } = first;
  const deploy = { kind: "once", zone: zone2, end, ...start && { start } };
  const comparable = inputs.zone !== void 0 || [first.text, deployEnd ?? ""].every(hasOffset);
  const found = start && comparable ? single(deploy, start.earlier) : void 0;
  if (typeof found === "string")
    problems.push({ input: "deployEnd", phrase: found });
  return problems.length > 0 || !inputs.zone ? { problems } : { deploy, notes };
}
function resolveDeploys(deploy, now) {
  const resolved = deploysLeft(deploy, now);
  const last = resolved.over.reduce((at2, { end }) => Math.max(at2, end), Number.NEGATIVE_INFINITY);
  if (resolved.deploys.length > 0)
    return resolved;
  const shown2 = (at2) => formatInZone(at2, deploy.zone.id);
  throw new Complaint(deploy.kind === "once" ? `The deploy is over: it was to end ${shown2(last)}, and it is ${shown2(now)} now. Check deployStart, and plan the deploy anew if it has not happened` : `All ${resolved.over.length} planned deploys are over: the last was to end ${shown2(last)}, and it is ${shown2(now)} now. Check deployStart, and plan the next deploy`);
}
function deploysLeft(deploy, now) {
  if (deploy.kind === "standing") {
    const deploys2 = deploy.lines.flatMap((line2) => deployWindow_occurrences(line2, deploy.zone.id, now, now + HORIZON).map((found) => ({ ...found, line: line2.text }))).sort((a, b) => a.start - b.start || a.end - b.end);
    return { deploys: deploys2, over: [] };
  }
  const deploys = [];
  const over = [];
  for (const release of deploy.kind === "planned" ? deploy.releases : [deploy]) {
    const planned = plannedAt(release, now);
    if (planned.end <= now)
      over.push(planned);
    else
      deploys.push(fromNowOn(planned, release, now));
  }
  return { deploys, over };
}
const hasOffset = (instant2) => /Z|[+-]\d{2}:/.test(instant2);
function deployDifference(deploy, now) {
  const zone2 = deploy.zone.id;
  const clocks2 = clocksOf(zone2);
  if (clocks2.length === 1)
    return carriedAlone(zone2, now, clocks2);
  if (deploy.kind === "standing") {
    const each = deploy.lines.map((line2) => windowDifference(line2, clocks2, now, now + HORIZON));
    const [first] = each.filter((instants) => instants !== void 0).sort((a, b) => Math.min(...a) - Math.min(...b));
    return first && differenceAt(zone2, clocks2, first);
  }
  const times2 = deploy.kind === "planned" ? deploy.releases.filter((release) => plannedAt(release, now).end > now).map(({ start }) => start) : [deploy.start, "at" in deploy.end ? deploy.end.at : void 0];
  const readings2 = times2.find((time) => time?.readings)?.readings;
  return readings2 && differenceAt(zone2, clocks2, readings2.map((reading) => reading?.earlier));
}
function single({ start, end, zone: zone2 }, now) {
  const [first, last] = start === void 0 ? [now, now] : [start.earlier, start.later];
  if ("after" in end)
    return { start: first, end: last + end.after };
  const shown2 = (at2) => formatInZone(at2, zone2.id);
  const pairs = (end.at.readings ?? start?.readings ?? [void 0]).map((_, i) => ({
    from: (start?.readings ? start.readings[i] : start) ?? { earlier: first, later: last },
    to: (end.at.readings ? end.at.readings[i] : end.at) ?? end.at
  }));
  const wrong = pairs.find(({ from, to }) => to.later <= from.earlier || to.later === from.later);
  if (wrong !== void 0)
    return `(${shown2(wrong.to.later)}) is not after the start of the deploy (${shown2(wrong.from.earlier)}): give a later end`;
  if (end.at.later - first > LONGEST)
    return `(${shown2(end.at.later)}) is more than ${LONGEST / DAY} days after the start of the deploy (${shown2(first)})`;
  return { start: first, end: end.at.later };
}
function fromNowOn(planned, { end: ends }, now) {
  const { start, end } = planned;
  if (start >= now)
    return planned;
  const length = "after" in ends ? ends.after : end - start;
  return { ...planned, start: now, end: Math.max(now + length, end), planned: start };
}
function plannedAt(deploy, now) {
  const found = single(deploy, now);
  if (typeof found === "string")
    throw new Complaint(`deployEnd ${found}`);
  return { ...found, ..."line" in deploy && { line: deploy.line } };
}
const AMONG_OTHERS = '"now" cannot stand among other starts: write its date and time, such as 2026-03-01T21:00, or judge a deploy that starts now in a step of its own';
const ONE_END = "is one time, and several starts cannot share it: give deployDuration instead, which counts for each of them";
const repeatedNote = (count2) => `deployStart names ${count2 === 1 ? "a start" : `${count2} starts`} that an earlier line holds already: each start counts once.`;
function twiceNote(input2, text, zone2, { earlier, later }) {
  const local = Date.parse(`${text}Z`);
  return `${input2} ${quoted(text)} comes twice in ${zone2.id}, with offset ${formatOffset(local - earlier)} and again with ${formatOffset(local - later)}: the deploy is taken to cover both. Give an offset to choose one.`;
}
// src/inputs/deploy.js
const DEPLOY = {
  deployStart: { ...input(asWritten, "now"), long: true },
  deployDuration: input(asWritten, "1h"),
  deployEnd: input(asWritten),
  deployWindow: input(asWritten),
  deployTimeZone: input((name) => parseZone(name), "UTC")
};
const TEXTS = ["deployStart", "deployDuration", "deployEnd", "deployWindow"];
function readDeploy(reader) {
  const { given, read: read2, readAll, complain, problems, notices } = reader;
  const zone2 = read2("deployTimeZone");
  if (zone2?.alias !== void 0)
    notices.push(`deployTimeZone ${quoted(zone2.alias)} is another name for ${zone2.id}, which is used.`);
  const changed = TEXTS.filter((name) => !["", DEPLOY[name].default].includes(given(name)));
  if (changed.includes("deployWindow") && changed.length > 1)
    problems.push(`deployWindow cannot be combined with ${listed(changed.filter((name) => name !== "deployWindow"), "or")}: give one or the other.`);
  else if (changed.includes("deployEnd") && changed.includes("deployDuration"))
    problems.push("deployEnd cannot be combined with deployDuration: give one or the other.");
  const texts = readAll(TEXTS);
  const parsed = parseDeploy({ ...texts, ...zone2 && { zone: zone2 } });
  if ("problems" in parsed) {
    for (const { input: input2, phrase } of parsed.problems)
      complain(input2, texts[input2] ?? "", phrase);
    return void 0;
  }
  notices.push(...parsed.notes);
  return parsed.deploy;
}
// src/inputs/publishing.js
const COMMENTS = ["never", "onOverlap", "always"];
const PUBLISHING = {
  githubToken: COMMON.githubToken,
  commitStatus: input(kinds_boolean, "false"),
  commitStatusContext: input(asWritten, "atlas/maintenance-window"),
  commentOnPullRequest: input(oneOf(...COMMENTS), "never")
};
function checkPublishing({ read: read2, given, problems }) {
  const commitStatus = read2("commitStatus") === true;
  const comment2 = read2("commentOnPullRequest") ?? "never";
  if ((commitStatus || comment2 !== "never") && given("githubToken") === "")
    problems.push("githubToken is empty, and commitStatus and commentOnPullRequest need it: leave the input out to use the token of the job.");
  if (commitStatus)
    read2("commitStatusContext");
}
function readPublishing(env2) {
  const texts = textsOf(env2, { ...COMMON, ...PUBLISHING });
  const { given } = texts;
  const when2 = given("commentOnPullRequest") || PUBLISHING.commentOnPullRequest.default;
  const comment2 = called(when2, COMMENTS) ?? "onOverlap";
  const commitStatus = !/^(?:false|False|FALSE)?$/.test(given("commitStatus"));
  if (!commitStatus && comment2 === "never")
    return void 0;
  const projects2 = keyOfProjects(texts);
  return {
    token: given("githubToken"),
    commentOnPullRequest: comment2,
    ...commitStatus ? {
      commitStatusContext: plain(given("commitStatusContext"), 255) || PUBLISHING.commitStatusContext.default
    } : {},
    ...projects2 === void 0 ? {} : { projects: projects2 }
  };
}
// src/operations/window.js
const USUAL_DEFERRALS = 2;
const weekly = ({ dayOfWeek, hourOfDay: hourOfDay2, timeZoneId }) => `every ${DAYS[dayOfWeek - 1]} at ${hourText(hourOfDay2)} (${plain(timeZoneId, 60)})`;
const deferralsUsed = ({ numberOfDeferrals, effectiveWaveAssignment }) => effectiveWaveAssignment === void 0 && numberOfDeferrals <= USUAL_DEFERRALS ? `${numberOfDeferrals} of ${USUAL_DEFERRALS}` : String(numberOfDeferrals);
const waveText = ({ waveAssignment: waveAssignment2, effectiveWaveAssignment }) => effectiveWaveAssignment === void 0 || (waveAssignment2 ?? effectiveWaveAssignment) === effectiveWaveAssignment ? String(effectiveWaveAssignment ?? waveAssignment2 ?? "") : `${effectiveWaveAssignment} (${waveAssignment2} is set)`;
const movedText = ({ from, to }, zone2, now) => `The maintenance was moved from ${formatInZone(from, zone2)} to ${formatInZone(to, zone2)} (${away(to - now)}).`;
const startsText = (window) => `The maintenance window starts ${weekly(window)}.`;
const unsetText = (what) => `${what}: Atlas starts maintenance whenever it chooses.`;
const alreadySo = (window) => ({
  standing: "nothingToDo",
  sentences: window.configured ? ["Nothing to change: the project is already set this way.", startsText(window)] : [unsetText("Nothing to change, as the project is already set this way; no maintenance window is set")]
});
function windowFacts(window, now, maintenanceDuration) {
  if (window === void 0)
    return NO_FACTS;
  const { configured: configured2, ...answer } = window;
  const { timeZoneId = null, waveAssignment: waveAssignment2 = null, effectiveWaveAssignment = null } = window;
  const known2 = {
    ...NO_FACTS,
    configured: configured2,
    timeZoneId,
    waveAssignment: waveAssignment2,
    effectiveWaveAssignment,
    window: answer
  };
  if (!window.configured)
    return known2;
  const nextStart = nextWeeklyStart(window, now);
  const hours2 = window.protectedHours;
  return {
    ...known2,
    dayOfWeek: window.dayOfWeek,
    hourOfDay: window.hourOfDay,
    autoDeferOnceEnabled: window.autoDeferOnceEnabled,
    numberOfDeferrals: window.numberOfDeferrals,
    startASAP: window.startASAP,
    protectedHours: hours2 ? `${hours2.startHourOfDay}-${hours2.endHourOfDay}` : null,
    nextStart: toIso(nextStart, window.timeZoneId),
    nextEnd: toIso(nextStart + maintenanceDuration, window.timeZoneId)
  };
}
function windowRows(window, now, zones) {
  if (window === void 0)
    return [];
  const [first, ...others] = settings(window);
  const next = window.configured ? [["Next start", inZones(nextWeeklyStart(window, now), zones), "time"]] : [];
  return first ? [first, ...next, ...others] : next;
}
function settings(window) {
  const { protectedHours: hours2 } = window;
  const waves = [
    ["Wave", window.waveAssignment?.toString()],
    ["Wave in force", window.effectiveWaveAssignment?.toString()]
  ];
  const rows = window.configured ? [
    ["Maintenance window", weekly(window)],
    ["Deferrals used", deferralsUsed(window)],
    ["Automatic deferral", window.autoDeferOnceEnabled ? "on" : "off"],
    ["Start as soon as possible", window.startASAP ? "asked for" : void 0],
    ["Protected hours", hours2 && `${hourText(hours2.startHourOfDay)} to ${hourText(hours2.endHourOfDay)}`],
    ...waves
  ] : [["Maintenance window", "none set"], ...waves];
  return rows.filter((row2) => row2[1] !== void 0);
}
function changesOf(before, after2) {
  const [old, found] = [new Map(settings(before)), new Map(settings(after2))];
  return [.../* @__PURE__ */ new Set([...old.keys(), ...found.keys()])].flatMap((name) => {
    const [from = "none", to = "none"] = [old.get(name), found.get(name)];
    return from === to ? [] : [[name, from, to]];
  });
}
const WINDOW_COLUMNS = ["Window", "Next start"];
function windowCells(window, now, shown2 = (at2, zone2) => formatInZone(at2, zone2)) {
  if (!window?.configured)
    return [window ? "none set" : "", ""];
  return [weekly(window), shown2(nextWeeklyStart(window, now), window.timeZoneId)];
}
// src/operations/dryRun.js
const wouldSend = (write2, window) => ({ did: "wouldSend", write: write2, window });
const tellWouldSend = ({ write: write2, window }, what, { after: after2 = window, consequences = [] } = {}) => ({
  standing: "dryRun",
  sentences: [`Dry run: would ${what}. Nothing was changed.`, ...consequences],
  changes: changesOf(window, after2),
  rows: [["Request that was not sent", `${write2.method} ${write2.path}`]]
});
// src/operations/failure.js
class Failure extends Error {
  name = "Failure";
  code;
  /** What the step had done by then. */
  did;
  constructor(code, message, did) {
    super(message);
    this.code = code;
    this.did = did;
  }
  /** @param message one or two sentences, without the last full stop */
  static because = (code, message, did = {}) => new Failure(code, coded(message, code), did);
  /** What Atlas says, or fails to say, after something was done. */
  static after = (did, { code, message }) => new Failure(code, message, did);
}
// src/turns.js
async function inTurns(width, items, work, patience) {
  const results = [];
  const queue = items.entries();
  const turn = async () => {
    for (const [index, item] of queue) {
      const result = work(item);
      results[index] = result;
      await (patience === void 0 ? result : Promise.race([result, (0, promises_namespaceObject.setTimeout)(patience, void 0, { ref: false })]));
    }
  };
  await Promise.all(Array.from({ length: width }, turn));
  return Promise.all(results);
}
// src/operations/project.js
const CONCURRENCY = 10;
const PATIENCE_MS = 2e3;
const eachInTurns = (projects2, work, tell2 = () => {
}) => inTurns(CONCURRENCY, projects2, async (project2) => {
  const outcome = await project_settle(() => work(project2));
  tell2(project2, outcome);
  return outcome;
}, PATIENCE_MS);
async function project_settle(work) {
  try {
    return { done: await work() };
  } catch (error2) {
    if (error2 instanceof AtlasError || error2 instanceof Failure) {
      const { code, message } = error2;
      return { error: { code, message }, did: error2 instanceof Failure ? error2.did : {} };
    }
    const defect = plain(error2 instanceof Error ? error2.message : String(error2));
    return { error: { code: "INTERNAL", message: `A defect in this action: ${defect}` }, did: {} };
  }
}
async function read(project2) {
  const window = await project2.atlas.getWindow(project2.id);
  if (window.timeZoneId !== void 0)
    requireZone(window.timeZoneId);
  project2.window = window;
  return window;
}
function requireZone(timeZoneId) {
  try {
    parseZone(timeZoneId);
  } catch (error2) {
    if (!(error2 instanceof Complaint))
      throw error2;
    throw Failure.because("UNKNOWN_TIME_ZONE", `Atlas gives the project's time zone as ${quoted(timeZoneId)}, which this runner does not know, so the start of the window cannot be told. Set another time zone in the project's settings in Atlas, or use a newer version of this action`);
  }
}
const isRefusal = (error2, code) => error2 instanceof AtlasError && error2.outcome === "refused" && (code === void 0 || error2.code === code);
function requireWindow(window) {
  if (window.configured)
    return window;
  throw Failure.because("ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED", "The project has no maintenance window: set one first, with operation `update`, dayOfWeek and hourOfDay");
}
// src/operations/once.js
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8e3;
const LAST_READ_MS = 100;
async function sendOnce(project2, write2, took) {
  const missing = await retry_retry(() => unanswered(write2), { deadline: project2.deadline, log: project2.log });
  if (missing !== void 0) {
    const shown2 = await readUntil(project2, missing, took);
    if (shown2 === void 0)
      throw missing.uncertain();
    return shown2;
  }
  const window = await readBack(project2);
  if (took(window))
    return window;
  throw Failure.because("NOT_TAKEN", "Atlas accepted the request, but a read afterwards shows no effect: look at the project in Atlas before you rely on it");
}
async function unanswered(write2) {
  try {
    await write2.send();
    return void 0;
  } catch (error2) {
    if (error2 instanceof AtlasError && error2.outcome === "unknown")
      return error2;
    throw error2;
  }
}
async function readUntil(project2, missing, took) {
  const { deadline, log } = project2;
  log.info(`Whether the request took effect is unknown: ${missing.message}. It is not sent again; the window is read until it shows the effect, for ${seconds(deadline.remaining())} at most.`);
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    const next = Math.min(wait, deadline.remaining() / 2);
    if (next < LAST_READ_MS)
      return void 0;
    try {
      await pause(next, deadline);
      const window = await read(project2);
      if (took(window))
        return window;
      log.info(`The window shows no effect yet; ${seconds(deadline.remaining())} are left.`);
    } catch (error2) {
      if (!(error2 instanceof AtlasError))
        throw error2;
      log.info(`The window could not be read: ${error2.message}.`);
      if (error2.code !== "UNREADABLE_ANSWER")
        return void 0;
    }
  }
}
async function sendAndRead(project2, write2, took) {
  try {
    await write2.send();
  } catch (error2) {
    if (!(error2 instanceof AtlasError) || error2.outcome === "refused")
      throw error2;
    const window = await read(project2).catch(() => {
      throw error2;
    });
    if (!took(window))
      throw error2;
    project2.log.info(`The window shows what was asked for, although the request failed: ${error2.message}.`);
    return window;
  }
  return readBack(project2);
}
const readBack = (project2) => read(project2).catch((error2) => {
  throw error2 instanceof AtlasError ? Failure.after({ changed: true }, error2.uncertain()) : error2;
});
// src/words/zones.js
function zoneNotices(subject2, difference) {
  if (difference === void 0)
    return [];
  return [
    {
      about: parseZone(difference.zone).id,
      text: differenceNotice(subject2, difference, RUNNERS_RELEASE)
    }
  ];
}
// src/operations/operation.js
const operation = (definition) => fleetOperation({
  ...definition,
  frame: (name) => ({
    heading: `Atlas maintenance window · ${name}`,
    failure: `${name} failed`,
    failed: () => "failed",
    erred: "failed",
    passed: definition.passed ?? changedText,
    columns: [...WINDOW_COLUMNS, "Wave", "Deferrals used"],
    assumptions: []
  }),
  run: (projects2, wish, { progress: progress2 }) => eachInTurns(projects2, (project2) => definition.run(project2, wish), (project2, outcome) => progress2(project2, "done" in outcome ? "is done" : "has failed")),
  cells: (window, { now }) => [
    ...windowCells(window, now),
    window ? waveText(window) : "",
    window?.configured ? deferralsUsed(window) : ""
  ]
});
const changedText = (told) => `All ${told.length} projects are done: ${told.filter(({ facts }) => facts.changed).length} changed.`;
function fleetOperation(definition) {
  const { inputs, tell: tell2 } = definition;
  const told = (project2, outcome, scene, wish) => {
    const { now, maintenanceDuration } = scene;
    const window = "done" in outcome ? outcome.done.window : project2.window;
    const own = definition.zone?.(wish);
    const zones = zonesOf(window, own);
    const facts = windowFacts(window, now, maintenanceDuration);
    const telling = "done" in outcome ? tellingOf(tell2, outcome.done, scene, wish) : { ...failure(outcome), ...definition.failed?.(outcome, scene, wish) };
    const { rows = [], ...others } = telling;
    const settings2 = windowRows(window, now, own === void 0 ? zones : [own]);
    const { changes: changes2 = [], facts: { overlap, deferred: deferred2 } = {} } = telling;
    const isTold = ([name, , kind]) => changes2.some(([changed]) => changed === name) || kind === "time" && (overlap || deferred2);
    return {
      groupId: project2.id,
      name: project2.name ?? null,
      short: telling.sentences[0],
      error: "error" in outcome ? outcome.error : null,
      warnings: [],
      bars: [],
      changes: [],
      zones,
      ...others,
      cells: telling.cells ?? definition.cells(window, scene, wish),
      notices: telling.notices ?? windowNotices(window, scene),
      rows: [...rows, ...settings2.filter((row2) => !isTold(row2))],
      facts: { ...facts, ...telling.facts }
    };
  };
  const account = (name, wish, scene, projects2, outcomes) => ({
    frame: definition.frame(name, wish, scene),
    told: projects2.map((project2, index) => told(project2, outcomes[index] ?? NOT_REACHED, scene, wish))
  });
  return {
    inputs,
    tell: account,
    prepare(name, reading) {
      const before = reading.problems.length;
      const reader = reading.reader(inputs);
      const wish = definition.wish ? definition.wish(reader) : reader.readAll();
      if (wish === void 0 || reading.problems.length > before)
        return void 0;
      return {
        wish,
        onlyById: definition.onlyById?.(wish),
        async run(projects2, runtime) {
          const outcomes = await definition.run(projects2, wish, runtime);
          return (scene) => account(name, wish, scene, projects2, outcomes);
        },
        fail: (error2) => (scene) => account(name, wish, scene, [UNKNOWN_PROJECT], [{ error: error2, did: {} }])
      };
    }
  };
}
const NOT_REACHED = {
  error: { code: "INTERNAL", message: "The project was not reached" },
  did: {}
};
const UNKNOWN_PROJECT = { id: "" };
const tellingOf = (tell2, ending, scene, wish) => tell2[ending.did](ending, scene, wish);
const failure = ({ error: error2, did }) => ({
  standing: "failed",
  sentences: [sentence(error2.message)],
  facts: did
});
const zonesOf = (window, zone2) => [
  ...new Set([window?.timeZoneId, zone2, "UTC"].filter((zone3) => zone3 !== void 0))
];
const windowNotices = (window, { now, maintenanceDuration }, deploys = []) => window?.configured ? zoneNotices("the window's start", weeklyDifference(window, deploys, maintenanceDuration, now)) : [];
// src/operations/autoDefer.js
const autoDefer = operation({
  inputs: { autoDeferOnceEnabled: input(kinds_boolean) },
  async run(project2, { autoDeferOnceEnabled: wanted }) {
    const before = requireWindow(await read(project2));
    const goal = wanted ?? !before.autoDeferOnceEnabled;
    if (before.autoDeferOnceEnabled === goal)
      return { did: "nothing", window: before };
    const toggle = project2.atlas.toggleAutoDefer(project2.id);
    if (project2.dryRun)
      return { ...wouldSend(toggle, before), goal };
    const window = requireWindow(await sendOnce(project2, toggle, (window2) => window2.configured && window2.autoDeferOnceEnabled === goal));
    return { did: "toggled", window, before };
  },
  tell: {
    toggled: ({ window, before }) => ({
      standing: "changed",
      sentences: [
        window.autoDeferOnceEnabled ? "Automatic deferral was switched on: Atlas defers every maintenance once, by one week." : "Automatic deferral was switched off."
      ],
      changes: changesOf(before, window),
      facts: { changed: true }
    }),
    nothing: ({ window }) => alreadySo(window),
    wouldSend: (ending) => tellWouldSend(ending, `switch automatic deferral ${ending.goal ? "on" : "off"}`, {
      after: { ...ending.window, autoDeferOnceEnabled: ending.goal }
    })
  }
});
// src/schedule/maintenance.js
function kindOf({ running, scheduled, unknown: unknown2 }) {
  if (running.length > 0)
    return "running";
  if (unknown2.length > 0)
    return "unknown";
  return scheduled.length > 0 ? "scheduled" : "none";
}
const MEANINGS = {
  MAINTENANCE_IN_ADVANCED: "announced",
  MAINTENANCE_AUTO_DEFERRED: "deferred",
  ATLAS_MAINTENANCE_DEFERRED: "deferred",
  ATLAS_MAINTENANCE_DEFERRED_BY_ADMIN: "deferred",
  ATLAS_MAINTENANCE_SCHEDULED_FOR_NEXT_WINDOW: "nextWindow",
  ATLAS_MAINTENANCE_START_ASAP: "asked",
  MAINTENANCE_STARTED: "started",
  MAINTENANCE_COMPLETED: "completed",
  MAINTENANCE_NO_LONGER_NEEDED: "cancelled",
  ATLAS_MAINTENANCE_RESET_BY_ADMIN: "cancelled",
  ATLAS_MAINTENANCE_WINDOW_ADDED: "windowChanged",
  ATLAS_MAINTENANCE_WINDOW_MODIFIED: "windowChanged"
};
const MAINTENANCE_EVENT_TYPES = Object.keys(MEANINGS);
const ANNOUNCED_EARLIEST = 72 * HOUR;
const ANNOUNCED_LATEST = 48 * HOUR;
const EVENTS_LOOKBACK_MS = 2 * (ANNOUNCED_EARLIEST + 3 * WEEK);
const EARLY_START = HOUR;
const SILENCE = DAY;
const OVER = 7 * DAY;
const SAME_MOMENT = SECOND;
function maintenanceState(events, window, now) {
  const asked = window?.startASAP === true;
  const hurried = asked ? [{ since: now, by: "startASAP" }] : [];
  if (events === void 0)
    return {
      state: { running: hurried, scheduled: [], unknown: [{ why: "unreadable" }] },
      notes: [],
      over: []
    };
  const notes = [];
  const over = [];
  const story = tell(events, window, now, notes, over);
  forget(story, now, over);
  const unknown2 = [];
  const running = [];
  for (const { since, by, wish } of story.running) {
    if (now - since < SILENCE || wish === "asked" && asked)
      running.push({ since, by });
    else
      unknown2.push({ why: "silent", what: "running", since });
  }
  if (running.length === 0 && asked) {
    notes.push("The window says that maintenance was asked to start at once and has not completed (startASAP), while the events show none running: it counts as running.");
    running.push(...hurried);
  }
  const disagreement = window && disagreementOf(story, window);
  if (disagreement)
    unknown2.push(disagreement);
  const scheduled = [];
  for (const { starts, earlier, announced, deferrals, by } of story.plans) {
    const possible = disagreement ? merged(starts, [...earlier.values()]) : starts;
    for (const { start, end } of possible)
      if (now - end < SILENCE)
        scheduled.push({ start, latest: end, announced, deferrals, by });
    for (const { end } of starts)
      if (now - end >= SILENCE && now - end < OVER)
        unknown2.push({ why: "silent", what: "overdue", since: end });
  }
  scheduled.sort((a, b) => a.start - b.start);
  return { state: { running, scheduled, unknown: unknown2 }, notes, over };
}
function disagreementOf({ running, plans }, window) {
  const counted2 = window.numberOfDeferrals;
  const [plan] = plans;
  if (plan === void 0 && counted2 === 0)
    return void 0;
  const agrees = plans.some(({ byHand, deferrals }) => byHand <= counted2 && counted2 <= deferrals) || running.some(({ plan: plan2 }) => plan2 && counted2 <= plan2.deferrals);
  return agrees ? void 0 : { why: "deferrals", counted: counted2, told: plan?.deferrals ?? 0, scheduled: plan !== void 0 };
}
const earliestOf = ({ starts }) => starts.reduce((at2, { start }) => Math.min(at2, start), Number.POSITIVE_INFINITY);
const latestOf = ({ starts }) => starts.reduce((at2, { end }) => Math.max(at2, end), Number.NEGATIVE_INFINITY);
const maintenance_nearest = (plans, fits) => plans.reduce((best, plan) => fits(plan) && (!best || earliestOf(plan) < earliestOf(best)) ? plan : best, void 0);
const touch = (one, others) => one.some((a) => others.some((b) => a.start <= b.end && b.start <= a.end));
const without = (items, item) => {
  items.splice(items.indexOf(item), 1);
};
function forget({ running, plans }, at2, over) {
  for (let first = running[0]; first !== void 0 && at2 - first.since >= OVER; first = running[0]) {
    over.push({ what: "running", since: first.since });
    running.shift();
  }
  for (const plan of plans.filter((plan2) => at2 - latestOf(plan2) >= OVER)) {
    over.push({ what: "overdue", since: latestOf(plan) });
    without(plans, plan);
  }
}
function tell(events, window, now, notes, over) {
  const heard = events.flatMap(({ created, eventTypeName }) => {
    const meaning = Object.hasOwn(MEANINGS, eventTypeName) ? MEANINGS[eventTypeName] : void 0;
    return meaning === void 0 ? [] : [{ created, eventTypeName, meaning }];
  });
  const early = heard.filter(({ created }) => created > now + SAME_MOMENT);
  if (early.length > 0)
    notes.push(`${listed([...new Set(early.map((event) => event.eventTypeName))])}: dated in the future, so only what warns of maintenance is believed.`);
  const changed = heard.filter(({ meaning }) => meaning === "windowChanged").reduce((latest, { created }) => Math.max(latest, Math.min(created, now)), Number.NEGATIVE_INFINITY);
  const calendar = createCalendar(window, changed);
  const story = { running: [], plans: [] };
  const moments = Map.groupBy(heard.filter(({ created }) => created <= now + SAME_MOMENT), ({ created }) => created);
  for (const [at2, together2] of [...moments].sort(([a], [b]) => a - b)) {
    forget(story, at2, over);
    const order = story.plans.some((plan) => latestOf(plan) > at2) ? ORDER : ORDER_FROM_NOTHING;
    for (const meaning of order) {
      const same2 = together2.filter((event) => event.meaning === meaning).sort((a, b) => a.eventTypeName.localeCompare(b.eventTypeName));
      for (const event of ONCE.has(meaning) ? same2.slice(0, 1) : same2)
        READINGS[meaning](story, event, calendar);
    }
  }
  for (const [meaning, [first, ...more]] of Map.groupBy(early, (event) => event.meaning))
    if (first)
      WARNINGS[meaning]?.(story, now, [first, ...more], calendar);
  return story;
}
const ORDER = [
  "completed",
  "cancelled",
  "deferred",
  "announced",
  "nextWindow",
  "asked",
  "started"
];
const ORDER_FROM_NOTHING = [
  "completed",
  "cancelled",
  "announced",
  "deferred",
  "nextWindow",
  "asked",
  "started"
];
const ONCE = /* @__PURE__ */ new Set(["deferred", "nextWindow", "asked"]);
const READINGS = {
  // Scheduled for the first start after the announcement. For a start that is known it is only a reminder.
  announced: ({ plans }, event, calendar) => {
    const starts = calendar.announced(event.created);
    const reminds = ({ starts: known2 }) => known2.every((start) => touch([start], starts));
    if (!starts.every(isKnown) || !plans.some(reminds))
      plans.push(planOf(event, starts));
  },
  // The start moves one week later: of what comes next, as Atlas defers at least two days ahead. Where nothing is to
  // come that is known, it may have been what is overdue.
  deferred: ({ plans }, event, calendar) => {
    const plan = maintenance_nearest(plans, (plan2) => latestOf(plan2) > event.created);
    if (plan)
      without(plans, plan);
    const overdue = plan ? [] : plans.flatMap(({ starts: starts2 }) => starts2);
    const { starts, earlier, announced, deferrals, byHand } = plan ?? planOf(event, merged(overdue, calendar.announced(event.created)));
    plans.push({
      announced,
      starts: merged([], starts.flatMap(calendar.weekLater)),
      earlier: remembered(earlier, starts),
      deferrals: deferrals + 1,
      byHand: byHand + (event.eventTypeName === "ATLAS_MAINTENANCE_DEFERRED" ? 1 : 0),
      by: event.eventTypeName
    });
  },
  // Puts off what was asked to start at once and has not; else it tells where what is scheduled may start, too.
  nextWindow: ({ running, plans }, event, calendar) => {
    const starts = calendar.nextWindow(event.created);
    const asked = running.find(({ wish }) => wish === "asked");
    if (asked) {
      without(running, asked);
      plans.push({ ...asked.plan ?? planOf(event, starts), starts, by: event.eventTypeName });
      return;
    }
    const plan = maintenance_nearest(plans, (plan2) => latestOf(plan2) > event.created);
    if (plan)
      without(plans, plan);
    plans.push(plan ? { ...plan, starts: merged(plan.starts, starts), by: event.eventTypeName } : planOf(event, starts));
  },
  // Uses up one that is scheduled.
  asked: ({ running, plans }, { created, eventTypeName }) => {
    const plan = oneLess(plans);
    if (plan === void 0 && running.some(({ wish }) => wish === "asked"))
      return;
    running.push({ since: created, by: eventTypeName, wish: "asked", plan });
  },
  // What was asked for, or what is due; else it is other maintenance.
  started: ({ running, plans }, { created, eventTypeName }) => {
    const asked = running.find(({ wish }) => wish === "asked");
    if (asked) {
      without(running, asked);
      running.push({ since: created, by: eventTypeName, wish: "started", plan: asked.plan });
      return;
    }
    const plan = maintenance_nearest(plans, ({ starts }) => starts.some((start) => mayStart(start, created)));
    if (plan)
      without(plans, plan);
    running.push({ since: created, by: eventTypeName, wish: "none", plan });
  },
  // Ends what runs; where nothing does, what should have started. An end cannot end what is not due.
  completed: ({ running, plans }, { created }) => {
    const first = running.shift();
    if (first === void 0) {
      const plan = maintenance_nearest(plans, (plan2) => latestOf(plan2) <= created);
      if (plan)
        without(plans, plan);
    } else if (first.wish === "none" && first.plan && earliestOf(first.plan) > created) {
      plans.push(first.plan);
    }
  },
  // Ends one that is scheduled, never what runs.
  cancelled: ({ plans }) => {
    oneLess(plans);
  }
};
const mayStart = ({ start, end }, at2) => at2 >= (start === end ? start - EARLY_START : start);
function oneLess(plans) {
  const one = maintenance_nearest(plans, () => true);
  if (one === void 0)
    return void 0;
  without(plans, one);
  const other = maintenance_nearest(plans, () => true);
  if (other === void 0)
    return one;
  without(plans, other);
  plans.push({
    announced: Math.min(one.announced, other.announced),
    starts: merged(one.starts, other.starts),
    earlier: remembered(one.earlier, [...other.earlier.values()]),
    deferrals: Math.max(one.deferrals, other.deferrals),
    byHand: Math.min(one.byHand, other.byHand),
    by: other.by
  });
  return one;
}
const WARNINGS = {
  announced: ({ plans }, now, events, { announced }) => {
    plans.push(planOf({ ...events[0], created: now }, startsFrom(now, events, announced)));
  },
  nextWindow: ({ plans }, now, events, { nextWindow }) => {
    plans.push(planOf({ ...events[0], created: now }, startsFrom(now, events, nextWindow)));
  },
  deferred: ({ plans }, now, [event], calendar) => {
    const starts = maintenance_nearest(plans, (plan) => latestOf(plan) > now)?.starts ?? calendar.announced(now);
    plans.push(planOf({ ...event, created: now }, merged(starts, starts.flatMap(calendar.weekLater))));
  },
  asked: runsFrom,
  started: runsFrom
};
function runsFrom({ running }, now, [{ eventTypeName }]) {
  running.push({ since: now, by: eventTypeName, wish: "none" });
}
const startsFrom = (now, events, startsAt) => events.reduce((starts, { created }) => merged(starts, startsAt(created)), startsAt(now));
const planOf = ({ created, eventTypeName }, starts) => ({
  announced: created,
  starts,
  earlier: /* @__PURE__ */ new Map(),
  deferrals: 0,
  byHand: 0,
  by: eventTypeName
});
const maintenance_MOST_STARTS = 64;
function merged(one, others) {
  const all = [...one, ...others];
  const known2 = new Map(all.filter(isKnown).map((interval) => [interval.start, interval]));
  const spans = joined(all.filter((interval) => !isKnown(interval)));
  return [...known2.values(), ...spans].sort((a, b) => a.start - b.start).slice(0, maintenance_MOST_STARTS);
}
function remembered(earlier, starts) {
  for (const { start, end } of starts)
    earlier.set(start, { start, end: Math.max(end, earlier.get(start)?.end ?? end) });
  return earlier;
}
const isKnown = ({ start, end }) => start === end;
function createCalendar(window, changed) {
  const later = /* @__PURE__ */ new Map();
  const first = (after2) => {
    if (window === void 0)
      return [];
    return nextWeeklyStarts(window, after2 + 1).map((start) => ({ start, end: start }));
  };
  const reading = (at2, from, to) => {
    if (window !== void 0 && at2 > changed)
      return first(at2);
    const span2 = { start: at2 + from, end: at2 + to };
    return [span2, ...at2 <= changed && changed < span2.end ? first(changed) : []];
  };
  return {
    announced: (at2) => reading(at2, ANNOUNCED_LATEST, ANNOUNCED_EARLIEST),
    nextWindow: (at2) => reading(at2, 0, WEEK),
    weekLater: (from) => {
      if (window === void 0 || !isKnown(from)) {
        const [span2] = weekLater(window, from);
        return [span2, ...from.end <= changed && changed < span2.end ? first(changed) : []];
      }
      const starts = later.get(from.start) ?? weekLater(window, from);
      later.set(from.start, starts);
      return starts;
    }
  };
}
// src/schedule/judge.js
const KNOWN_BEFORE = ANNOUNCED_LATEST - HOUR;
function judge(question) {
  const { window, state, deploys, maintenanceDuration, now } = question;
  const [deploy] = deploys;
  if (deploy === void 0)
    throw new RangeError("There is no deploy to judge");
  const fixed = deploy.line !== void 0;
  const earliest = Math.max(deploy.start, now);
  const length = deploy.end - deploy.start;
  const walk = walks(question, fixed ? lastEnd(deploys) : earliest + HORIZON + length);
  const meets = walk();
  let block;
  for (const each of deploys) {
    block = blockOf(each, meets(each), question);
    if (block !== void 0)
      break;
  }
  const unknown2 = [...state.unknown, ...window ? [] : [{ why: "noWindow" }]];
  const clearAt = fixed ? firstClear(deploys, now, walk()) : slideClear(earliest, length, walk());
  const known2 = block !== void 0 || unknown2.length === 0;
  const nextStart = window && nextWeeklyStart(window, now);
  const [scheduled] = state.scheduled;
  return {
    overlap: block !== void 0,
    ...block && { block },
    unknown: unknown2,
    ...nextStart !== void 0 && { nextStart, nextEnd: nextStart + maintenanceDuration },
    ...scheduled && { scheduledStart: scheduled.start },
    ...known2 && clearAt !== void 0 && { clearAt }
  };
}
function blocksOf(question) {
  const meets = walks(question, lastEnd(question.deploys))();
  return question.deploys.map((deploy) => blockOf(deploy, meets(deploy), question));
}
const lastEnd = (deploys) => deploys.reduce((at2, { end }) => Math.max(at2, end), Number.NEGATIVE_INFINITY);
function walks(question, to) {
  const { window, state, deploys, maintenanceDuration: length, now } = question;
  const from = (deploys[0]?.start ?? now) - length;
  const starts = window ? weeklyStarts(window, from, to) : [];
  const known2 = [
    ...state.running.map(({ since }) => ({
      reason: "running",
      ...runningInterval(since, length, now)
    })),
    ...state.scheduled.map((start) => ({
      reason: "scheduled",
      ...scheduledInterval(start, length, now)
    }))
  ];
  const reasonOf = (start) => weeklyReason(question, start);
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
      if (start === void 0 || start >= deploy.end || met && met.start <= start)
        return met;
      return { reason: reasonOf(start) ?? "weekly", start, end: start + length };
    };
  };
}
function firstOf(known2, deploy) {
  for (const threat of known2)
    if (overlaps(threat, deploy))
      return threat;
  return void 0;
}
const runningInterval = (since, maintenanceDuration, now) => ({
  start: since,
  end: Math.max(since, now) + maintenanceDuration
});
const scheduledInterval = ({ start, latest }, maintenanceDuration, now) => ({ start, end: Math.max(latest, now) + maintenanceDuration });
function weeklyReason({ blockOn, state, now }, start) {
  if (blockOn === "window" || state.unknown.length > 0)
    return "weekly";
  const scheduled = state.scheduled[0]?.start;
  if (scheduled !== void 0 && start < scheduled)
    return void 0;
  if (start - now >= KNOWN_BEFORE)
    return "tooEarly";
  return scheduled !== void 0 && scheduled <= now ? "weekly" : void 0;
}
function blockOf({ start, end, line: line2 }, first, { state, maintenanceDuration, now }) {
  if (first === void 0)
    return void 0;
  const running = state.running.map(({ since }) => runningInterval(since, maintenanceDuration, now)).find((interval) => overlaps(interval, { start, end }));
  const reason2 = running ? "running" : first.reason;
  return {
    reason: reason2,
    maintenance: running ?? { start: first.start, end: first.end },
    deploy: { start, end },
    ...line2 !== void 0 && { deployLine: line2 },
    ...reason2 === "tooEarly" && { knownFrom: first.start - KNOWN_BEFORE }
  };
}
function firstClear(deploys, now, meets) {
  return deploys.find((deploy) => deploy.start >= now && meets(deploy) === void 0)?.start;
}
function slideClear(start, length, meets) {
  for (let at2 = start; at2 <= start + HORIZON; ) {
    const threat = meets({ start: at2, end: at2 + length });
    if (threat === void 0)
      return at2;
    at2 = threat.end;
  }
  return void 0;
}
// src/schedule/deferral.js
function hindranceOf(question) {
  const moved = movable(question);
  if (typeof moved === "string")
    return moved;
  return judge({ ...question, state: moved }).overlap ? "noHelp" : void 0;
}
function announcedHindrance(question) {
  const { state } = question;
  if (!deferral_isKnown(question))
    return "unknown";
  if (state.running.length + state.scheduled.length === 0)
    return "nothingScheduled";
  const meets = (state2) => blocksOf({ ...question, state: state2, window: void 0, blockOn: "scheduled" }).some(Boolean);
  if (!meets(state))
    return "notMet";
  const moved = movable(question);
  if (typeof moved === "string")
    return moved;
  return meets(moved) ? "noHelp" : void 0;
}
const deferral_isKnown = (question) => question.window !== void 0 && question.state.unknown.length === 0;
function movable(question) {
  const { state, now } = question;
  const [scheduled, ...more] = state.scheduled;
  if (state.running.length > 0)
    return "running";
  if (!deferral_isKnown(question))
    return "unknown";
  if (scheduled === void 0)
    return "nothingScheduled";
  if (scheduled.start <= now)
    return "overdue";
  if (more.some(({ announced }) => announced !== scheduled.announced))
    return "several";
  return { ...state, scheduled: state.scheduled.flatMap((planned) => deferred(planned, question.window)) };
}
const deferred = (planned, window) => weekLater(window, spanOf(planned)).map(({ start, end }) => ({
  ...planned,
  start,
  latest: end
}));
const spanOf = ({ start, latest }) => ({ start, end: latest });
function moveOf({ scheduled }, window) {
  const first = scheduled.find(({ start, latest }) => start === latest) ?? scheduled[0];
  return first && { from: first.start, to: weekLater(window, spanOf(first))[0].start };
}
function deferralSpan({ start, latest, announced }) {
  const span2 = { start: Math.max(announced, latest - ANNOUNCED_EARLIEST), end: start - ANNOUNCED_LATEST };
  return span2.start < span2.end ? span2 : void 0;
}
// src/operations/gate/view.js
async function view_look(project2) {
  const { atlas, id: id2, deadline } = project2;
  const window = await read(project2);
  const query = { eventTypes: MAINTENANCE_EVENT_TYPES, minDate: atlas.now() - EVENTS_LOOKBACK_MS };
  const events = await atlas.listEvents(id2, query).catch((error2) => {
    if (!(error2 instanceof AtlasError) || deadline.signal.aborted)
      throw error2;
    return { unreadable: error2.message };
  });
  return { window, events };
}
async function viewAll(looks, { deploy, blockOn }) {
  const views = /* @__PURE__ */ new Map();
  let now;
  for (const [project2, look2] of looks) {
    now ??= project2.atlas.now();
    const at2 = now;
    const { maintenanceDuration } = project2;
    views.set(project2, "error" in look2 ? look2 : await project_settle(() => viewOf(look2.done, deploy, { blockOn, maintenanceDuration }, at2)));
  }
  return views;
}
const questionOf = ({ window, state, deploys, now }, { blockOn, maintenanceDuration }) => ({
  window: window.configured ? window : void 0,
  state,
  deploys,
  maintenanceDuration,
  blockOn,
  now
});
function viewOf(look2, deploy, policy, now) {
  const window = look2.window.configured ? look2.window : void 0;
  const events = "unreadable" in look2.events ? void 0 : look2.events;
  const { state, notes, over } = maintenanceState(events, window, now);
  const { deploys, over: past } = deploysAt(deploy, now);
  const seen2 = { ...look2, now, deploys, past, state, over, notes };
  return { ...seen2, judgement: judge(questionOf(seen2, policy)) };
}
function deploysAt(deploy, now, resolve = resolveDeploys) {
  try {
    return resolve(deploy, now);
  } catch (error2) {
    if (!(error2 instanceof Complaint))
      throw error2;
    throw Failure.because("NO_DEPLOY", error2.message);
  }
}
// src/operations/hindrances.js
const HINDRANCES = {
  running: "running maintenance cannot be deferred",
  unknown: "not all is known about the maintenance, and a deferral could be wasted",
  nothingScheduled: "nothing is scheduled that could be deferred",
  overdue: "the scheduled maintenance is already due",
  several: "more than one maintenance is scheduled, and it is not known which one a deferral would move",
  noHelp: "even after a deferral, maintenance would meet a deploy"
};
// src/operations/defer.js
const INPUTS = { ...DEPLOY, onNothingScheduled: input(oneOf("ignore", "fail"), "ignore") };
const defer = operation({
  inputs: INPUTS,
  wish: readWish,
  async run(project2, { onNothingScheduled, deploy }) {
    const sight = deploy && await lookFor(project2, deploy);
    const before = requireWindow(sight?.window ?? await read(project2));
    const nothing2 = { did: "nothingScheduled", window: before };
    if (sight?.why === "nothingScheduled") {
      if (onNothingScheduled === "ignore")
        return nothing2;
      throw Failure.because("ATLAS_MAINTENANCE_NOT_SCHEDULED", "Atlas has announced no maintenance for this project, so there is nothing to defer");
    }
    if (sight?.why !== void 0)
      return { did: "left", window: before, why: sight.why, span: sight.span };
    if (project2.dryRun)
      return { ...wouldSend(project2.atlas.defer(project2.id), before), span: sight?.span, move: sight?.move };
    try {
      return {
        did: "deferred",
        window: await deferOnce(project2, before),
        before,
        move: sight?.move
      };
    } catch (error2) {
      if (!isRefusal(error2, "ATLAS_MAINTENANCE_NOT_SCHEDULED") || onNothingScheduled === "fail")
        throw error2;
      return nothing2;
    }
  },
  tell: {
    deferred: ({ window, before, move }, { now }) => ({
      standing: "changed",
      sentences: [
        "The scheduled maintenance was deferred by one week.",
        ...move ? [movedText(move, move.zone, now)] : []
      ],
      changes: changesOf(before, window),
      facts: { changed: true, deferred: true }
    }),
    nothingScheduled: () => ({
      standing: "nothingToDo",
      sentences: ["No maintenance is scheduled, so there was nothing to defer."]
    }),
    left: ({ why, span: span2 }) => ({
      standing: MEETS.includes(why) ? "warned" : "nothingToDo",
      sentences: [`Nothing was deferred: ${REASONS[why]}.`, ...spanTexts(span2)]
    }),
    wouldSend: (ending) => tellWouldSend(ending, `defer the scheduled maintenance by one week${moveText(ending.move)}`, {
      consequences: spanTexts(ending.span)
    })
  }
});
function readWish(reader) {
  const onNothingScheduled = reader.read("onNothingScheduled");
  if (reader.isEmpty("deployStart"))
    reader.problems.push("deployStart is empty: probably a variable that is not set. Set it, or leave the input out to defer whatever is scheduled.");
  const deploy = readDeploy(reader);
  if (onNothingScheduled === void 0 || deploy === void 0)
    return void 0;
  const given = !startsNow(deploy) || deploy.kind === "once" && "at" in deploy.end;
  return { onNothingScheduled, ...given ? { deploy } : {} };
}
async function lookFor(project2, deploy) {
  const { window, events } = await view_look(project2);
  if ("unreadable" in events)
    throw Failure.because("EVENTS_UNREADABLE", `Whether maintenance meets the deploy is unknown, as the project's events could not be read. ${events.unreadable}`);
  const now = project2.atlas.now();
  const set = requireWindow(window);
  const { state } = maintenanceState(events, set, now);
  const { deploys } = deploysAt(deploy, now, deploysLeft);
  const { maintenanceDuration } = project2;
  const why = deploys.length === 0 ? "over" : announcedHindrance({ window: set, state, deploys, maintenanceDuration, now });
  const [scheduled] = state.scheduled;
  const span2 = scheduled && deferralSpan(scheduled);
  const move = moveOf(state, set);
  const { id: zone2 } = deploy.zone;
  return { window, why, span: span2 && { ...span2, zone: zone2 }, move: move && { ...move, zone: zone2 } };
}
const moveText = (move) => move ? `, from ${formatInZone(move.from, move.zone)} to ${formatInZone(move.to, move.zone)}` : "";
const MEETS = ["running", "unknown", "overdue", "several", "noHelp"];
const REASONS = {
  ...HINDRANCES,
  notMet: "the announced maintenance meets no deploy",
  over: "all the deploys are over"
};
const spanTexts = (span2) => span2 === void 0 ? [] : [
  `Atlas lets this maintenance be deferred from ${formatInZone(span2.start, span2.zone)} until ${formatInZone(span2.end, span2.zone)}.`
];
async function deferOnce(project2, before) {
  return requireWindow(await sendOnce(project2, project2.atlas.defer(project2.id), (window) => window.configured && window.numberOfDeferrals > before.numberOfDeferrals));
}
// src/operations/gate/task.js
const POLICY = {
  blockOn: input(oneOf("window", "scheduled"), "window"),
  onOverlap: input(oneOf("fail", "warn", "ignore", "defer", "wait"), "fail"),
  waitAtMost: input(timeout, "30m"),
  onUnknown: input(oneOf("fail", "warn"), "fail"),
  override: input(kinds_reason)
};
const POLICIES = ["blockOn", "onOverlap", "onUnknown", "waitAtMost", "override"];
const task_INPUTS = { ...DEPLOY, ...POLICY, ...PUBLISHING };
function readTask(reader) {
  const { given, problems, notices } = reader;
  checkPublishing(reader);
  const { blockOn, onOverlap, onUnknown, waitAtMost, override } = reader.readAll(POLICIES);
  const deploy = readDeploy(reader);
  if (override !== void 0)
    notices.push(`override is given: the gate still looks, and the step passes whatever it finds. Reason: ${sentence(override)}`);
  if (onOverlap === "wait" && deploy && !startsNow(deploy))
    problems.push("onOverlap `wait` is for a deploy that starts now: leave out deployStart and deployWindow, or choose another onOverlap.");
  if (onOverlap !== void 0 && onOverlap !== "wait" && !["", POLICY.waitAtMost.default].includes(given("waitAtMost")))
    problems.push(`waitAtMost is only used with onOverlap \`wait\`, not \`${onOverlap}\`: remove it, or set onOverlap to \`wait\`.`);
  if (onOverlap === "defer" && blockOn === "window")
    problems.push("onOverlap `defer` never helps with blockOn `window`: that blocks on the weekly start itself, announced or not, and no deferral moves it. Set blockOn to `scheduled`, or choose another onOverlap.");
  if (onOverlap === "defer" && given("deployWindow") !== "")
    problems.push("onOverlap `defer` never helps with deployWindow: both come every week, so maintenance that is deferred meets the next one. Give deployStart of a planned deploy instead, or choose another onOverlap.");
  if (!blockOn || !onOverlap || !onUnknown || !deploy || waitAtMost === void 0)
    return void 0;
  return {
    deploy,
    blockOn,
    onOverlap,
    waitAtMost,
    onUnknown,
    ...override === void 0 ? {} : { override }
  };
}
function task_verdictOf({ overlap, unknown: unknown2 }, { onOverlap, onUnknown }) {
  if (unknown2.length > 0 && onUnknown === "fail")
    return "fail";
  if (overlap && onOverlap !== "warn" && onOverlap !== "ignore")
    return "fail";
  return overlap && onOverlap === "warn" || unknown2.length > 0 ? "warn" : "pass";
}
// src/operations/gate/deferral.js
async function deferAll(views, task) {
  const blocked = /* @__PURE__ */ new Map();
  let others = false;
  for (const [project2, view] of views) {
    if ("error" in view)
      others = true;
    else if (view.done.judgement.overlap)
      blocked.set(project2, view.done);
    else
      others ||= task_verdictOf(view.done.judgement, task) === "fail";
  }
  const hindrances = new Map([...blocked].map(([project2, view]) => {
    const { maintenanceDuration } = project2;
    return [project2, hindranceOf(questionOf(view, { ...task, maintenanceDuration }))];
  }));
  if (!others && ![...hindrances.values()].some(Boolean))
    return await spend(blocked);
  return new Map([...hindrances].map(([project2, not]) => [
    project2,
    { done: { not: not ?? "others" } }
  ]));
}
async function spend(blocked) {
  const startOf2 = ({ state: { scheduled } }) => scheduled[0]?.start ?? 0;
  const deferrals = /* @__PURE__ */ new Map();
  let stopped = false;
  const sorted = [...blocked].sort(([, a], [, b]) => Number(isDoubtful(b)) - Number(isDoubtful(a)) || startOf2(a) - startOf2(b));
  for (const [project2, view] of sorted) {
    const deferral = stopped ? { done: { not: "others" } } : await project_settle(() => deferOf(project2, view));
    stopped ||= "error" in deferral || "refused" in deferral.done;
    deferrals.set(project2, deferral);
  }
  return deferrals;
}
function isDoubtful({ window, state: { scheduled }, now }) {
  const [span2] = scheduled.map(deferralSpan);
  const isInTime = span2 !== void 0 && span2.start <= now;
  return !isInTime || (window.numberOfDeferrals ?? 0) >= USUAL_DEFERRALS;
}
async function deferOf(project2, view) {
  const window = requireWindow(view.window);
  const move = moveOf(view.state, window);
  if (move === void 0)
    return { not: "nothingScheduled" };
  if (project2.dryRun)
    return { wouldMove: move };
  try {
    await deferOnce(project2, window);
    return { moved: move };
  } catch (error2) {
    if (!isRefusal(error2))
      throw error2;
    return { refused: error2.message };
  }
}
const DEFERRED = "ATLAS_MAINTENANCE_DEFERRED";
function withDeferral(look2, before, now) {
  const deferrals = ({ events }) => "unreadable" in events ? [] : events.filter(({ eventTypeName }) => eventTypeName === DEFERRED);
  const old = new Set(deferrals(before).map(({ created }) => created));
  if ("unreadable" in look2.events || deferrals(look2).some(({ created }) => !old.has(created)))
    return look2;
  return { ...look2, events: [...look2.events, { created: now, eventTypeName: DEFERRED }] };
}
// src/operations/gate/bars.js
const bars_REASONS = {
  running: "Running",
  scheduled: "Scheduled",
  tooEarly: "Too early to know",
  weekly: "Weekly start"
};
function barsOf(view, blockOn, maintenanceDuration) {
  const { deploys, judgement, state, window, now } = view;
  const { block, nextStart, clearAt } = judgement;
  const deploy = block?.deploy ?? deploys[0];
  if (deploy === void 0)
    return [];
  const maintenance = /* @__PURE__ */ new Map();
  const add = (label, interval, style) => {
    if (!maintenance.has(interval.start))
      maintenance.set(interval.start, {
        section: "Maintenance",
        label,
        ...interval,
        ...style && { style }
      });
  };
  if (block)
    add(bars_REASONS[block.reason], block.maintenance, "crit");
  for (const { since } of state.running)
    add(bars_REASONS.running, runningInterval(since, maintenanceDuration, now));
  for (const planned of state.scheduled)
    add(bars_REASONS.scheduled, scheduledInterval(planned, maintenanceDuration, now));
  if (nextStart !== void 0) {
    const reason2 = weeklyReason({ blockOn, state, now }, nextStart);
    const next = { start: nextStart, end: nextStart + maintenanceDuration };
    if (reason2)
      add(bars_REASONS[reason2], next);
    else
      add(`${bars_REASONS.weekly}, ignored`, next, "done");
  }
  const bars = [
    { section: "Now", label: "Now", start: now, end: now, style: "milestone" },
    { section: "Deploy", label: "Deploy", ...deploy, style: "active" }
  ];
  if (block && clearAt !== void 0)
    bars.push({ section: "Deploy", label: "Clear from", start: clearAt, end: clearAt, style: "milestone" });
  bars.push(...[...maintenance.values()].sort((a, b) => a.start - b.start));
  if (window.configured && window.protectedHours) {
    const { startHourOfDay, endHourOfDay } = window.protectedHours;
    const line2 = {
      text: "",
      days: /* @__PURE__ */ new Set([0, 1, 2, 3, 4, 5, 6]),
      start: startHourOfDay * HOUR,
      end: (endHourOfDay > startHourOfDay ? endHourOfDay : endHourOfDay + 24) * HOUR
    };
    const around = [deploy.start - 2 * DAY, deploy.end + 2 * DAY];
    for (const interval of deployWindow_occurrences(line2, window.timeZoneId, ...around))
      bars.push({ section: "Protected hours", label: "Protected hours", ...interval, style: "done" });
  }
  return bars;
}
// src/operations/gate/tell.js
const HORIZON_TEXT = `${HORIZON / WEEK} weeks`;
function tellJudged(judged, scene, task) {
  const { view, window } = judged;
  const { id: zone2 } = task.deploy.zone;
  const blocks = task.deploy.kind === "once" ? [] : blocksOf(questionOf(view, { ...task, ...scene }));
  const told = { ...judged, ...scene, task, zone: zone2, blocks };
  const { sentences, besides } = saidOf(told);
  const { clearAt, block } = view.judgement;
  return {
    standing: task.override !== void 0 && judged.verdict === "fail" ? "overridden" : standingOf(judged),
    sentences,
    short: shortText(sentences, told),
    facts: factsOf(told),
    warnings: [...unreadableTexts(view), ...view.over.map((one) => overText(one, zone2))],
    notices: [
      ...windowNotices(window, scene, view.deploys),
      ...zoneNotices("a time of the deploy", deployDifference(task.deploy, scene.now)),
      ...pastNotices(view, zone2)
    ],
    rows: [
      ["Maintenance", stateRow(told)],
      ...deployRows(told),
      ...releaseRows(told),
      ...besides.map((text) => ["Also", text])
    ],
    bars: barsOf(view, task.blockOn, scene.maintenanceDuration),
    cells: [
      ...cellsOf(told),
      stateText(view, (at2) => moment(floorMinute(at2), zone2)),
      block && clearAt !== void 0 ? moment(ceilMinute(clearAt), zone2) : ""
    ]
  };
}
function cellsOf({ window, now, zone: zone2, deferral }) {
  const [weekly2, next] = windowCells(window, now, (at2) => moment(floorMinute(at2), zone2));
  return [weekly2, movedBy(deferral) ? "" : next];
}
function standingOf({ view, verdict: verdict2 }) {
  const { block } = view.judgement;
  switch (verdict2) {
    case "fail":
      if (!block)
        return "unknown";
      return block.reason === "tooEarly" ? "tooEarly" : "blocked";
    case "warn":
      return "warned";
    case "pass":
      return block ? "ignored" : "clear";
  }
}
function factsOf({ view, verdict: verdict2, deferral, wait, task, now, window }) {
  const { overlap, scheduledStart, clearAt, unknown: unknown2 } = view.judgement;
  const kind = kindOf(view.state);
  const spent = movedBy(deferral) !== void 0;
  return {
    changed: spent,
    deferred: spent,
    waitedSeconds: task.onOverlap === "wait" ? Math.floor((wait?.waited ?? 0) / SECOND) : null,
    ...overriding(verdict2, task.override !== void 0),
    // Without a window nobody knows whether Atlas would have announced it.
    maintenanceState: kind === "none" && unknown2.length > 0 ? "unknown" : kind,
    scheduledStart: scheduledStart === void 0 ? null : toIso(scheduledStart, window.configured ? window.timeZoneId : "UTC"),
    overlap,
    ...clearAt !== void 0 && clearFacts(clearAt, now, task.deploy.zone.id)
  };
}
const clearFacts = (clearAt, now, zone2) => ({
  clearAt: toIso(ceilSecond(clearAt), zone2),
  secondsUntilClear: secondsUntil(clearAt, now)
});
const ceilSecond = (at2) => Math.ceil(at2 / SECOND) * SECOND;
const secondsUntil = (at2, now) => Math.max(0, Math.ceil((ceilSecond(at2) - now) / SECOND));
const overriding = (verdict2, passes) => passes && verdict2 === "fail" ? { verdict: "warn", overridden: true } : { verdict: verdict2, overridden: false };
const overrideText = (override, actor) => `Overridden by ${actor === void 0 || isBlank(actor) ? "somebody" : plain(actor, 40)}: ${sentence(override)}`;
const MISTAKES = ["NO_DEPLOY", "NO_SUCH_PROJECT", "INTERNAL"];
function tellFailed({ error: error2, did }, _scene, task) {
  const { override, onOverlap } = task;
  const passes = override !== void 0 && !MISTAKES.includes(error2.code);
  return {
    ...passes ? { standing: "overridden" } : {},
    facts: {
      waitedSeconds: onOverlap === "wait" ? 0 : null,
      ...did,
      ...overriding("fail", passes)
    }
  };
}
function saidOf(told) {
  const { block, unknown: unknown2 } = told.view.judgement;
  const [happened, ...besides] = [
    ...movedTexts(told),
    ...unknownTexts(told),
    ...undeferredTexts(told),
    ...block ? overdueTexts(told, block) : [],
    ...waitTexts(told),
    ...lateTexts(told)
  ];
  const first = block ? blockedText(told, block) : unknown2.length > 0 ? notKnownText(told) : clearText(told);
  const isMet = block && !(told.verdict === "fail" && ["warn", "ignore"].includes(told.task.onOverlap));
  const last = isMet ? adviceTexts(told, block) : unknown2.length > 0 ? unknownAdvice(told) : passedOverTexts(told);
  return { sentences: [first, ...happened === void 0 ? [] : [happened], ...last], besides };
}
function clearText(told) {
  if (movedBy(told.deferral))
    return `Clear: the scheduled maintenance was deferred by one week, and ${subject(told)} now meets none.`;
  return `Clear: ${subject(told)} meets no maintenance${isStanding(told) ? ` in the next ${HORIZON_TEXT}` : ""}.`;
}
const notKnownText = (told) => `${told.verdict === "fail" ? "Blocked" : "Warning"}: nobody can know whether maintenance would meet ${subject(told)}.`;
const shown = (at2, { zone: zone2 }) => formatInZone(floorMinute(at2), zone2);
const when = (at2, told) => `${shown(at2, told)} (${away(at2 - told.view.now)})`;
const unknownTexts = (told) => told.view.judgement.unknown.map((unknown2) => unknownText(unknown2, told));
function unknownText(unknown2, told) {
  switch (unknown2.why) {
    case "noWindow":
      return "No maintenance window is set, so Atlas may start maintenance at any time.";
    case "unreadable":
      return "The project's events could not be read, and only they tell whether maintenance is scheduled or running.";
    case "deferrals": {
      const shows = unknown2.scheduled ? `the events show ${deferralCount(unknown2.told)}` : "the events show nothing scheduled";
      return `The window counts ${deferralCount(unknown2.counted)}, while ${shows}: the event feed may be lagging, or an event is missing.`;
    }
    case "silent":
      return unknown2.what === "running" ? `Maintenance has been running since ${when(unknown2.since, told)}, and Atlas has reported nothing more about it: the event that tells of its end may be missing.` : `Maintenance should have started ${when(unknown2.since, told)}, and Atlas has reported neither its start nor its end: an event may be missing.`;
  }
}
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const deferralCount = (count2) => count2 === 0 ? "no deferral" : counted(count2, "deferral");
function unknownAdvice({ view, verdict: verdict2, task }) {
  if (passesAnyway(task))
    return [];
  const advice = new Set(view.judgement.unknown.map(({ why }) => why === "noWindow" ? "set a window (operation `update` with dayOfWeek and hourOfDay)" : "look at the project's activity feed in Atlas"));
  const text = [...advice].join("; ");
  return [
    verdict2 === "fail" ? `${capital(text)}; \`onUnknown: warn\` would let the step pass.` : `\`onUnknown: warn\` lets the step pass; ${text}.`
  ];
}
const passesAnyway = ({ override }) => override !== void 0;
const unreadableTexts = ({ events }) => "unreadable" in events ? [`Why the project's events could not be read: ${sentence(events.unreadable)}`] : [];
const overText = ({ what, since }, zone2) => `${what === "running" ? "Maintenance that started" : "Maintenance that should have started"} ${formatInZone(since, zone2)} is taken to be over: Atlas has reported nothing about it since. If it is still running, the gate cannot see it: look at the project's clusters in Atlas.`;
const movedBy = (deferral) => deferral && "moved" in deferral ? deferral.moved : void 0;
const isStanding = ({ task }) => task.deploy.kind === "standing";
const isPlanned = ({ task }) => task.deploy.kind === "planned";
const subject = (told) => isStanding(told) ? "the standing deploy window" : isPlanned(told) ? `the plan of ${counted(told.view.deploys.length, "deploy")}` : "the deploy";
function blockedText(told, block, which = whichText(told, block)) {
  const head = { fail: "Blocked", warn: "Warning", pass: "Overlap ignored" }[told.verdict];
  if (block.reason === "tooEarly")
    return `${head}: it is too early to know whether maintenance will meet ${subject(told)}${which}.`;
  const moved = movedBy(told.deferral) !== void 0;
  const still = moved ? "although the scheduled maintenance was deferred, " : "";
  return `${head}: ${still}${subject(told)} would${moved ? " still" : ""} meet ${WHAT[block.reason]}${which}.`;
}
const WHAT = {
  running: "maintenance that is running",
  scheduled: "maintenance that Atlas has scheduled",
  weekly: "the weekly maintenance window"
};
function whichText(told, block) {
  const { view, task } = told;
  if (task.deploy.kind !== "once")
    return whichDeploys(told, block);
  const start = when(block.maintenance.start, told);
  switch (block.reason) {
    case "running":
      return view.state.running.some(({ by }) => by !== "startASAP") ? ` (since ${shown(block.maintenance.start, told)}, ${away(block.maintenance.start - view.now)})` : " (told to start as soon as possible)";
    case "scheduled":
      return ` for ${start}${block.maintenance.start > view.now ? "" : ", with no word since of its start or its end"}`;
    case "tooEarly":
      return ` at the weekly start of ${start}`;
    case "weekly":
      return ` of ${start}`;
  }
}
function whichDeploys(told, { reason: reason2, deploy, deployLine }) {
  const { view, zone: zone2, blocks } = told;
  const concerned = view.deploys.filter((_, index) => blocks[index]?.reason === reason2);
  const weeks = new Set(concerned.map(({ start }) => Math.max(0, Math.floor((start - view.now) / WEEK))));
  const count2 = isPlanned(told) ? view.deploys.length > 1 && `: ${concerned.length} of them, ` : reason2 === "weekly" && ` in ${weeks.size} of ${HORIZON_TEXT}, `;
  const several = concerned.length > 1;
  const first = `${several ? "first " : ""}the deploy of ${span(deploy, zone2)} ${zone2} (${away(deploy.start - view.now)})`;
  const line2 = deployLine === void 0 ? "" : `, from the line ${quoted(deployLine)}`;
  return `${count2 || (several ? ", " : ": ")}${first}${line2}`;
}
function lateTexts(told) {
  const { view, task } = told;
  const [deploy] = view.deploys;
  if (task.deploy.kind !== "once" || deploy?.planned === void 0)
    return [];
  return [
    `The deploy should have begun ${when(deploy.planned, told)}, so it is judged as beginning now, with its whole length.`
  ];
}
function overdueTexts(told, { reason: reason2 }) {
  const [scheduled] = told.view.state.scheduled;
  return reason2 === "weekly" && scheduled && scheduled.start <= told.view.now ? [
    `Maintenance announced for ${when(scheduled.start, told)} is overdue and may come with any weekly start.`
  ] : [];
}
const howKnown = ({ announced, deferrals }, now) => listed([
  `announced ${ago(now - announced)} ago`,
  ...deferrals === 0 ? [] : [`deferred ${times(deferrals)}`]
]);
function passedOverTexts(told) {
  const { judgement, deploys } = told.view;
  const { nextStart, nextEnd } = judgement;
  if (nextStart === void 0 || nextEnd === void 0 || movedBy(told.deferral))
    return [];
  if (!deploys.some((deploy) => overlaps(deploy, { start: nextStart, end: nextEnd })))
    return [];
  return [
    `The weekly window starts ${when(nextStart, told)}, but nothing is announced for that start, so with \`blockOn: scheduled\` it does not count.`
  ];
}
function movedTexts(told) {
  const moved = movedBy(told.deferral);
  return moved ? [movedText(moved, told.zone, told.view.now)] : [];
}
const tell_REASONS = {
  ...HINDRANCES,
  others: "another project keeps the step from passing, so the deferral is not spent"
};
function undeferredTexts({ deferral, zone: zone2, view }) {
  if (deferral === void 0 || "moved" in deferral)
    return [];
  if ("refused" in deferral)
    return [`It could not be deferred: ${sentence(deferral.refused)}`];
  if ("not" in deferral)
    return [`Nothing was deferred: ${tell_REASONS[deferral.not]}.`];
  const { from, to } = deferral.wouldMove;
  return [
    `Dry run: would defer the scheduled maintenance from ${formatInZone(from, zone2)} to ${formatInZone(to, zone2)} (${away(to - view.now)}) and look again; nothing was changed.`
  ];
}
const MET = {
  running: "⛔ meets running maintenance",
  scheduled: "⛔ meets scheduled maintenance",
  weekly: "⛔ meets the weekly window",
  tooEarly: "⏳ too early to know"
};
const MOST_ROWS = 30;
function releaseRows(told) {
  if (!isPlanned(told))
    return [];
  const { view, task, blocks } = told;
  const free = view.judgement.unknown.length > 0 ? "not known" : "✅ clear";
  const rows = view.deploys.map((deploy, index) => {
    const block = blocks[index];
    const name = `Deploy ${moment(deploy.start, task.deploy.zone.id)}`;
    return { blocked: block !== void 0, row: [name, block ? MET[block.reason] : free] };
  });
  const sorted = [...rows.filter(({ blocked }) => blocked), ...rows.filter(({ blocked }) => !blocked)];
  const more = sorted.length - MOST_ROWS;
  return [
    ...sorted.slice(0, MOST_ROWS).map(({ row: row2 }) => row2),
    ...more > 0 ? [[`${more} more`, "left out here; those that are blocked come first"]] : []
  ];
}
function pastNotices({ past }, zone2) {
  const last = past.at(-1);
  if (last === void 0)
    return [];
  const start = formatInZone(last.start, zone2);
  const text = past.length === 1 ? `A planned deploy is over and was left out: it was to start ${start}.` : `${past.length} planned deploys are over and were left out; the last was to start ${start}.`;
  return [{ about: "planned deploys that are over", text }];
}
function waitTexts({ wait, task, view }) {
  if (task.onOverlap !== "wait" || task.override !== void 0)
    return [];
  const most = formatDuration(task.waitAtMost);
  if (wait === void 0)
    return view.judgement.overlap ? [`Dry run: would wait until it is clear, for ${most} at most.`] : [];
  const waited = lasted(wait.waited);
  if (wait.ended === "hopeless")
    return [
      wait.waited < SECOND ? `Waiting would not help: it would take longer than \`waitAtMost\` allows (${most}).` : `The gate waited ${waited}; the rest would take longer than \`waitAtMost\` allows (${most}).`
    ];
  if (wait.waited < SECOND)
    return [];
  return [
    wait.ended === "timeUp" ? `The gate waited ${waited}, as long as \`waitAtMost\` allows.` : `The gate waited ${waited}.`
  ];
}
const lasted = (ms) => formatDuration(ms < MINUTE ? ms : Math.floor(ms / MINUTE) * MINUTE);
function waitingFor(blocked, { deploy }) {
  const { id: zone2 } = deploy.zone;
  const clauses = blocked.flatMap(([project2, view]) => {
    const what = waitedFor(view, (at2) => formatInZone(floorMinute(at2), zone2));
    return what === void 0 ? [] : [blocked.length > 1 ? `project ${project2}: ${what}` : what];
  });
  return clauses.length === 0 ? void 0 : fewOf(clauses);
}
function waitedFor({ judgement: { block }, state, now }, shown2) {
  if (block === void 0)
    return void 0;
  const { start, end } = block.maintenance;
  switch (block.reason) {
    case "running":
      return state.running.some(({ by }) => by !== "startASAP") ? `maintenance has been running since ${shown2(start)}` : "maintenance was told to start as soon as possible";
    case "scheduled":
      return start > now ? `maintenance is scheduled for ${shown2(start)} and assumed to be over by ${shown2(ceilMinute(end))}` : `maintenance should have started ${shown2(start)}`;
    case "weekly":
      return `the weekly maintenance window of ${shown2(start)} is assumed to be over by ${shown2(ceilMinute(end))}`;
    case "tooEarly":
      return block.knownFrom === void 0 ? void 0 : `whether maintenance comes will be known from ${shown2(ceilMinute(block.knownFrom))}`;
  }
}
function adviceTexts(told, block) {
  const { view, task, verdict: verdict2 } = told;
  const { clearAt } = view.judgement;
  if (passesAnyway(task))
    return [];
  const clear = clearAt === void 0 ? void 0 : shown(ceilMinute(clearAt), told);
  const left = clearAt === void 0 ? "" : away(secondsUntil(clearAt, view.now) * SECOND);
  if (task.deploy.kind !== "once") {
    const tail2 = isStanding(told) ? clear === void 0 ? `no deploy in the next ${HORIZON_TEXT} is clear` : `the next clear deploy starts ${clear} (${left})` : clear === void 0 ? "none of the planned deploys is clear" : `the first clear deploy of the plan starts ${clear} (${left})`;
    return [`${verdict2 === "fail" ? toDo(told, block, tail2) : letsPass(told)}; ${tail2}.`];
  }
  const tail = clear === void 0 ? `no start in the next ${HORIZON_TEXT} is clear` : `clear from ${clear}, ${left}`;
  return [`${verdict2 === "fail" ? toDo(told, block, tail) : `${letsPass(told)} (${tail})`}.`];
}
const letsPass = ({ task }) => `\`onOverlap: ${task.onOverlap}\` lets the step pass`;
function toDo(told, block, clear) {
  const several = told.task.deploy.kind !== "once";
  const move = isStanding(told) ? "change the deploy window or the maintenance window" : isPlanned(told) ? `move each deploy that ${block.reason === "tooEarly" ? "may meet" : "meets"} maintenance` : `${told.view.judgement.clearAt === void 0 ? "shorten" : "move"} the deploy (${clear})`;
  switch (block.reason) {
    case "running":
      return `Run the gate again once Atlas reports the maintenance as completed${several ? "" : `, or ${move}`}`;
    case "tooEarly":
      return isStanding(told) || block.knownFrom === void 0 ? capital(move) : `Check again from ${when(ceilMinute(block.knownFrom), told)}, or ${move}`;
    case "scheduled":
      return `${capital(move)}${deferAdvice(told, block)}`;
    case "weekly":
      return `${capital(move)}${passesScheduled(told) ? `, or set \`blockOn: scheduled\`, under which ${several ? "it" : "this deploy"} would pass` : ""}`;
  }
}
function deferAdvice(told, block) {
  const { view, deferral } = told;
  if (deferral !== void 0 || !view.window.configured)
    return "";
  if (view.window.numberOfDeferrals >= USUAL_DEFERRALS)
    return `; the maintenance has been deferred ${times(view.window.numberOfDeferrals)} already, and Atlas allows another deferral only where it has granted one`;
  const last = block.maintenance.start - ANNOUNCED_LATEST;
  return view.now < last ? `, or defer the maintenance (\`onOverlap: defer\`) before ${when(last, told)}` : `; it is too late to defer the maintenance, which Atlas allows until ${ANNOUNCED_LATEST / HOUR} hours before the start`;
}
function passesScheduled({ view, maintenanceDuration }) {
  return !judge(questionOf(view, { maintenanceDuration, blockOn: "scheduled" })).overlap;
}
function shortText([first], told) {
  const { block, clearAt } = told.view.judgement;
  if (block === void 0)
    return first;
  const short = blockedText(told, block, "");
  if (told.verdict === "pass")
    return short;
  if (block.knownFrom !== void 0)
    return `${short} Check again from ${shown(ceilMinute(block.knownFrom), told)}.`;
  return clearAt === void 0 ? short : `${short} Clear from ${shown(ceilMinute(clearAt), told)}.`;
}
function deployRows({ view, task, zone: zone2 }) {
  const [deploy] = view.deploys;
  if (task.deploy.kind !== "once" || deploy === void 0 || view.judgement.block)
    return [];
  return [["Deploy", `${span(deploy, zone2)} ${zone2} (${away(deploy.start - view.now)})`, "time"]];
}
function stateRow(told) {
  const { view, task } = told;
  const { running, scheduled, unknown: unknown2 } = view.state;
  const [next, ...more] = scheduled;
  const isTold = task.deploy.kind === "once" && view.judgement.block?.reason === "scheduled";
  if (isTold && next && [running, more, unknown2].every(({ length }) => length === 0))
    return `scheduled, ${howKnown(next, view.now)}`;
  return stateText(view, (at2) => shown(at2, told));
}
function stateText({ state, now, judgement }, shown2) {
  const { running, scheduled } = state;
  const [next, ...more] = scheduled;
  const known2 = [
    ...running.slice(0, 1).map(({ since }) => `running since ${shown2(since)} (${ago(now - since)})`),
    ...next ? [`scheduled for ${shown2(next.start)}, ${howKnown(next, now)}`] : [],
    ...more.length + running.length > 1 ? ["more may come"] : [],
    ...state.unknown.length > 0 ? ["not all is known"] : []
  ];
  if (known2.length > 0)
    return known2.join("; ");
  return judgement.unknown.length > 0 ? "not known" : "none announced";
}
// src/operations/gate/noClusters.js
const besideEmpty = (judge2) => async (projects2, task, runtime) => {
  const others = projects2.filter((project2) => !isEmpty(project2));
  const judged = (await judge2(others, task, runtime)).values();
  const outcomes = [];
  for (const project2 of projects2) {
    const outcome = isEmpty(project2) ? await pass(project2, task.deploy) : judged.next().value;
    if (outcome)
      outcomes.push(outcome);
    if (isEmpty(project2))
      runtime.progress(project2, "has no clusters");
  }
  return outcomes;
};
const isEmpty = ({ clusterCount }) => clusterCount === 0;
const pass = ({ atlas }, deploy) => project_settle(() => {
  const now = atlas.now();
  const { deploys } = deploysAt(deploy, now);
  return { did: "noClusters", clearAt: Math.max(now, deploys[0]?.start ?? now) };
});
function tellNoClusters({ clearAt }, { now }, { deploy, onOverlap }) {
  return {
    standing: "clear",
    sentences: [`Clear: ${NO_CLUSTERS.replace(/^T/, "t")}`],
    facts: {
      waitedSeconds: onOverlap === "wait" ? 0 : null,
      overridden: false,
      overlap: false,
      verdict: "pass",
      ...clearFacts(clearAt, now, deploy.zone.id)
    },
    cells: ["", "", "no clusters", ""]
  };
}
// src/schedule/waiting.js
const LOOK = MINUTE;
function prospectOf(question) {
  const { state, now } = question;
  const scheduled = state.scheduled.filter(({ start }) => start > now);
  const moving = state.running.length > 0 || scheduled.length < state.scheduled.length;
  const { block, clearAt } = judge({ ...question, state: { ...state, running: [], scheduled } });
  const earliest = block === void 0 ? now : block.knownFrom ?? clearAt;
  const look2 = moving || earliest === void 0 ? now + LOOK : Math.max(now + 1, earliest);
  return { look: look2, earliest };
}
// src/operations/gate/wait.js
const JOB = 6 * HOUR;
const STILL = 5 * MINUTE;
const BLIND = 3 * MINUTE;
async function waitUntilClear(first, task, runtime, lookAt2) {
  const began = runtime.elapsed();
  const limit = Math.min(task.waitAtMost, JOB - began);
  const waited = () => runtime.elapsed() - began;
  const looks = new Map(first.looks);
  let { views } = first;
  const missed = /* @__PURE__ */ new Map();
  const over = async (ended) => {
    for (const [project2, { look: look2 }] of missed)
      looks.set(project2, look2);
    if (missed.size > 0)
      views = await viewAll(looks, task);
    return { views, wait: { waited: waited(), ended } };
  };
  const lookAgain = async (projects2) => {
    const before = runtime.elapsed();
    for (const [project2, look2] of await lookAt2(projects2)) {
      const why = problemOf(look2, task);
      const since = missed.get(project2)?.since ?? before;
      missed.delete(project2);
      if (why === void 0 || runtime.elapsed() - since > BLIND)
        looks.set(project2, look2);
      else {
        missed.set(project2, { since, look: look2 });
        project2.log.info(`Project ${projectCalled(project2.id, project2.name)} could not be looked at: ${why}. The wait goes on.`);
      }
    }
  };
  const tell2 = announcer(runtime, limit, waited);
  for (; ; ) {
    const blocked = blockedIn(views, task);
    if (blocked === void 0)
      return over("stuck");
    if (blocked.size + missed.size === 0)
      return over("clear");
    const left = limit - waited();
    if (left <= 0)
      return over("timeUp");
    const prospects = [...blocked].map(([project2, view]) => prospectAt(project2, view, task));
    if (prospects.some(({ earliest }) => earliest > left))
      return over("hopeless");
    const pause2 = Math.min(left, ...prospects.map(({ look: look2 }) => look2), ...missed.size > 0 ? [MINUTE] : []);
    if (!await tell2(blocked, pause2, task))
      return over("cancelled");
    runtime.renew();
    await lookAgain([.../* @__PURE__ */ new Set([...blocked.keys(), ...missed.keys()])]);
    views = await viewAll(looks, task);
    const rest = [...looks.keys()].filter((project2) => !blocked.has(project2));
    if (missed.size === 0 && blockedIn(views, task)?.size === 0 && rest.length > 0) {
      await lookAgain(rest);
      views = await viewAll(looks, task);
    }
  }
}
const problemOf = (look2, { onUnknown }) => {
  if ("error" in look2)
    return look2.error.message;
  return "unreadable" in look2.done.events && onUnknown === "fail" ? look2.done.events.unreadable : void 0;
};
function blockedIn(views, task) {
  const blocked = /* @__PURE__ */ new Map();
  for (const [project2, view] of views) {
    if ("error" in view)
      return void 0;
    const { judgement } = view.done;
    if (task_verdictOf(judgement, task) !== "fail")
      continue;
    if (judgement.unknown.length > 0 && task.onUnknown === "fail")
      return void 0;
    blocked.set(project2, view.done);
  }
  return blocked;
}
function prospectAt({ atlas, maintenanceDuration }, view, { blockOn }) {
  const { look: look2, earliest } = prospectOf(questionOf(view, { blockOn, maintenanceDuration }));
  return { look: look2 - atlas.now(), earliest: (earliest ?? Number.POSITIVE_INFINITY) - atlas.now() };
}
function announcer(runtime, limit, waited) {
  let said;
  let saidAt = 0;
  return async (blocked, pause2, task) => {
    const [[project2] = []] = blocked;
    const what = waitingFor([...blocked].map(([{ id: id2, name }, view]) => [projectCalled(id2, name), view]), task);
    const say = (text) => {
      project2?.log.info(text);
      saidAt = waited();
    };
    if (what !== void 0 && what !== said) {
      say(said === void 0 ? `Waiting for ${wait_inMinutes(limit)} at most: ${what}.` : `Now waiting for ${wait_inMinutes(limit - waited())} more at most: ${what}.`);
      said = what;
      await runtime.pending(`Waiting: ${what}.`);
    }
    for (let rest = pause2; rest > 0; ) {
      const piece = Math.min(rest, Math.max(1, saidAt + STILL - waited()));
      if (!await runtime.pause(piece))
        return false;
      rest -= piece;
      if (rest > 0 || waited() - saidAt >= STILL)
        say(`Still waiting after ${wait_inMinutes(waited())}, ${wait_inMinutes(Math.max(0, limit - waited()))} left: ${said ?? "to look again"}.`);
    }
    return true;
  };
}
const wait_inMinutes = (ms) => ms < MINUTE ? "less than a minute" : formatDuration(Math.round(ms / MINUTE) * MINUTE);
// src/operations/gate/gate.js
const gate = fleetOperation({
  inputs: task_INPUTS,
  wish: readTask,
  frame: (_name, { deploy, override }, { maintenanceDuration, actor }) => ({
    heading: "Atlas maintenance gate",
    failure: "blocked",
    failed: (many) => `block${many ? "" : "s"} the deploy`,
    erred: "could not be judged",
    passed: (told) => `Clear: none of the ${told.length} projects has maintenance in the way.`,
    columns: [...WINDOW_COLUMNS, "Maintenance", "Clear from"],
    zone: deploy.zone.id,
    ...override === void 0 ? {} : { override: overrideText(override, actor) },
    assumptions: [
      `Maintenance is assumed to last ${formatDuration(maintenanceDuration)} (\`maintenanceDuration\`): Atlas publishes no length.`,
      "Atlas does urgent maintenance, such as security patches, at any time: a clear verdict is not a promise."
    ]
  }),
  zone: ({ deploy }) => deploy.zone.id,
  failed: tellFailed,
  run: besideEmpty(judgeProjects),
  tell: { judged: tellJudged, noClusters: tellNoClusters },
  cells: (window, { now }, { deploy }) => windowCells(window, now, (at2) => moment(at2, deploy.zone.id))
});
const SPENT = { changed: true, deferred: true };
async function judgeProjects(projects2, task, runtime) {
  const looks = await lookAt(projects2, runtime.progress);
  const views = await viewAll(looks, task);
  const acts = task.override === void 0;
  if (acts && task.onOverlap === "defer")
    return await judgeDeferred(projects2, looks, views, task);
  if (acts && task.onOverlap === "wait" && !projects2.some(({ dryRun }) => dryRun)) {
    const { views: last, wait } = await waitUntilClear({ looks, views }, task, runtime, lookAt);
    return [...last].map(([project2, view]) => afterWait(outcomeOf(project2, view, task, { wait }), wait));
  }
  return [...views].map(([project2, view]) => outcomeOf(project2, view, task));
}
function afterWait(outcome, { waited, ended }) {
  const did = { waitedSeconds: Math.floor(waited / SECOND) };
  if ("error" in outcome)
    return { ...outcome, did };
  if (ended !== "cancelled" || outcome.done.verdict !== "fail")
    return outcome;
  const message = coded("The run was cancelled while the gate waited for maintenance to pass", "CANCELLED");
  return { error: { code: "CANCELLED", message }, did };
}
async function judgeDeferred(projects2, looks, first, task) {
  const deferrals = await deferAll(first, task);
  const moved = projects2.filter((project2) => isSpent(deferrals.get(project2)));
  const again = [...await lookAt(moved)].map(([project2, look2]) => [project2, known(look2, looks.get(project2), project2.atlas.now())]);
  const views = moved.length === 0 ? first : await viewAll(new Map([...looks, ...again]), task);
  return [...views].map(([project2, view]) => {
    const deferral = deferrals.get(project2);
    if (deferral && "error" in deferral)
      return deferral;
    if ("error" in view && isSpent(deferral))
      return { ...view, did: SPENT };
    return outcomeOf(project2, view, task, deferral && { deferral: deferral.done });
  });
}
const isSpent = (deferral) => deferral !== void 0 && "done" in deferral && "moved" in deferral.done;
async function lookAt(projects2, progress2 = () => {
}) {
  const looks = await eachInTurns(projects2, view_look, (project2, outcome) => progress2(project2, "done" in outcome ? "was looked at" : "has failed"));
  return new Map(projects2.flatMap((project2, index) => looks[index] ? [[project2, looks[index]]] : []));
}
const known = (again, before, now) => "done" in again && before && "done" in before ? { done: withDeferral(again.done, before.done, now) } : again;
function outcomeOf({ log }, view, task, effects = {}) {
  if ("error" in view)
    return view;
  for (const note of view.done.notes)
    log.info(note);
  const verdict2 = task_verdictOf(view.done.judgement, task);
  return { done: { did: "judged", window: view.done.window, view: view.done, verdict: verdict2, ...effects } };
}
// src/operations/get.js
const get = operation({
  inputs: {},
  async run(project2) {
    const window = await read(project2);
    return project2.clusterCount === 0 ? { did: "readEmpty", window } : { did: "read", window };
  },
  tell: {
    read: ({ window }) => ({
      standing: window.configured ? "read" : "noWindow",
      sentences: [windowText(window)]
    }),
    readEmpty: ({ window }) => ({
      standing: "read",
      sentences: [windowText(window), NO_CLUSTERS]
    })
  },
  passed: (told) => {
    const without2 = told.filter(({ facts }) => facts.configured === false).length;
    return `All ${told.length} projects were read: ${without2 === 0 ? "each has a maintenance window" : `${without2} ${without2 === 1 ? "has" : "have"} no maintenance window`}.`;
  }
});
const windowText = (window) => window.configured ? startsText(window) : unsetText("No maintenance window is set");
// src/operations/reset.js
const reset_reset = operation({
  inputs: {},
  onlyById: () => "operation `reset`",
  async run(project2) {
    const before = await read(project2);
    if (!before.configured)
      return { did: "nothing", window: before };
    const request = project2.atlas.resetWindow(project2.id);
    if (project2.dryRun)
      return wouldSend(request, before);
    const window = await sendAndRead(project2, request, (after2) => !after2.configured);
    if (window.configured)
      throw Failure.because("RESET_NOT_TAKEN", "Atlas accepted the reset, but a read afterwards still shows a window: look at the project in Atlas before you rely on it", { changed: changesOf(before, window).length > 0 });
    return { did: "reset", window, before };
  },
  tell: {
    reset: ({ window, before }) => ({
      standing: "removed",
      sentences: [unsetText("The maintenance window was removed")],
      changes: changesOf(before, window),
      facts: { changed: true }
    }),
    nothing: () => ({
      standing: "nothingToDo",
      sentences: [unsetText("Nothing to do, as no maintenance window is set")]
    }),
    wouldSend: (ending) => tellWouldSend(ending, "remove the maintenance window", { after: { configured: false } })
  }
});
// src/operations/update.js
const SETTABLE = {
  dayOfWeek: input(kinds_dayOfWeek),
  hourOfDay: input(hourOfDay),
  autoDeferOnceEnabled: input(kinds_boolean),
  protectedHours: input(protectedHours),
  waveAssignment: input(waveAssignment)
};
const update_NAMES = Object.keys(SETTABLE);
const update = operation({
  inputs: { ...SETTABLE, startASAP: input(kinds_boolean) },
  wish({ readAll, given, problems }) {
    const { startASAP, ...wish } = readAll();
    const asked = update_NAMES.filter((name) => given(name) !== "");
    if (startASAP !== true) {
      const unreadable2 = startASAP === void 0 && given("startASAP") !== "";
      if (asked.length === 0 && !unreadable2)
        problems.push(`operation \`update\` needs something to set: give ${listed([...update_NAMES, "startASAP"], "or")}.`);
      return wish;
    }
    if (asked.length > 0)
      problems.push(`startASAP must be alone: Atlas starts the scheduled maintenance now and takes no setting with it. Put ${listed(asked)} in another step.`);
    return "startASAP";
  },
  onlyById: (wish) => wish === "startASAP" ? "startASAP" : void 0,
  async run(project2, wish) {
    const before = await read(project2);
    const starts = wish === "startASAP";
    const patch = starts ? startPatch(requireWindow(before)) : settingsPatch(before, wish);
    if (patch === void 0)
      return { did: "nothing", window: before };
    const used = starts ? 0 : before.numberOfDeferrals ?? 0;
    const request = project2.atlas.updateWindow(project2.id, patch);
    if (project2.dryRun)
      return { ...wouldSend(request, before), patch, deferralsReset: used };
    const wished = starts ? { startASAP: true } : wish;
    const window = await sendAndRead(project2, request, (after2) => deviations(before, wished, after2).length === 0);
    const deviating = deviations(before, wished, window);
    if (deviating.length > 0)
      throw Failure.because(
        "UPDATE_NOT_TAKEN",
        `Atlas accepted the update, but a read afterwards shows something else: ${deviating.join("; ")}. Look at the project in Atlas before you run the step again`,
        // Where Atlas ignored all of it, nothing was changed.
        { changed: deviations(before, {}, window).length > 0 }
      );
    if (starts)
      return { did: "started", window, before };
    const deferralsReset = Math.max(0, used - (window.numberOfDeferrals ?? 0));
    return { did: "updated", window, before, patch, deferralsReset };
  },
  tell: {
    updated: ({ window, before, patch, deferralsReset }) => ({
      standing: "changed",
      sentences: window.configured ? [
        `The maintenance window was updated; it starts ${weekly(window)}.`,
        ...resetText("reset", deferralsReset)
      ] : [
        unsetText(`The project now has ${window.waveAssignment === void 0 ? "no wave of its own" : `wave ${window.waveAssignment}`}, and no maintenance window is set`)
      ],
      changes: changesOf(before, window),
      facts: { changed: true },
      warnings: "waveAssignment" in patch ? waveWarnings(window) : []
    }),
    started: ({ window, before }) => ({
      standing: "changed",
      sentences: ["The scheduled maintenance was told to start as soon as possible."],
      changes: changesOf(before, window),
      facts: { changed: true }
    }),
    nothing: ({ window }) => alreadySo(window),
    wouldSend: (ending) => tellWouldSend(ending, ending.patch.startASAP ? "tell the scheduled maintenance to start as soon as possible" : "update the maintenance window", {
      after: patched(ending.window, ending.patch),
      consequences: resetText("would reset", ending.deferralsReset)
    })
  }
});
function patched(window, patch) {
  const { dayOfWeek, hourOfDay: hourOfDay2, startASAP, protectedHours: hours2, waveAssignment: waveAssignment2 } = patch;
  if (startASAP)
    return { ...window, startASAP };
  const after2 = {
    ...window,
    numberOfDeferrals: 0,
    autoDeferOnceEnabled: patch.autoDeferOnceEnabled ?? window.autoDeferOnceEnabled ?? false,
    ...hours2 && { protectedHours: "startHourOfDay" in hours2 ? hours2 : void 0 },
    ...waveAssignment2 === void 0 ? {} : { waveAssignment: waveAssignment2 ?? void 0 }
  };
  if (dayOfWeek === void 0 || hourOfDay2 === void 0)
    return after2;
  const { startASAP: starts = false, timeZoneId = "the project's time zone" } = window;
  return { ...after2, configured: true, dayOfWeek, hourOfDay: hourOfDay2, startASAP: starts, timeZoneId };
}
function resetText(does, count2) {
  if (count2 === 0)
    return [];
  return [`The update ${does} the ${counted(count2, "deferral")} used so far.`];
}
const waveWarnings = ({ waveAssignment: waveAssignment2, effectiveWaveAssignment }) => waveAssignment2 === void 0 || (effectiveWaveAssignment ?? waveAssignment2) === waveAssignment2 ? [] : [
  `Wave ${waveAssignment2} is stored, but wave ${effectiveWaveAssignment} is in force: the organization may assign waves by tags, or maintenance was already announced for the other wave.`
];
const startPatch = (window) => window.startASAP ? void 0 : { startASAP: true };
const SETTINGS = [...update_NAMES, "timeZoneId", "startASAP"];
function settingsPatch(now, wish) {
  const current = now;
  const { waveAssignment: waveAssignment2 } = wish;
  const wave2 = waveAssignment2 === void 0 ? {} : { waveAssignment: waveAssignment2 };
  const wished = SETTINGS.filter((name) => wish[name] !== void 0);
  const differs = wished.some((name) => !same(wish[name], current[name]));
  if (!now.configured && wished.join() === "waveAssignment")
    return differs ? wave2 : void 0;
  const dayOfWeek = wish.dayOfWeek ?? current.dayOfWeek;
  const hourOfDay2 = wish.hourOfDay ?? current.hourOfDay;
  if (dayOfWeek == null || hourOfDay2 == null)
    throw Failure.because("ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED", "The project has no maintenance window yet, so the first update has to give both dayOfWeek and hourOfDay");
  if (!differs)
    return void 0;
  const autoDeferOnceEnabled = wish.autoDeferOnceEnabled ?? current.autoDeferOnceEnabled;
  const protectedHours2 = wish.protectedHours === void 0 ? current.protectedHours : wish.protectedHours ?? {};
  return {
    dayOfWeek,
    hourOfDay: hourOfDay2,
    ...autoDeferOnceEnabled == null ? {} : { autoDeferOnceEnabled },
    ...protectedHours2 == null ? {} : { protectedHours: protectedHours2 },
    ...wave2
  };
}
function deviations(before, wish, after2) {
  const [old, found] = [before, after2];
  return SETTINGS.flatMap((name) => {
    const [from, to] = [old[name], found[name]];
    const wished = wish[name];
    if (wished === void 0) {
      const untold = !before.configured && from === void 0;
      return same(from, to) || untold || name === "startASAP" && !to ? [] : [`${name} went from ${update_shown(from)} to ${update_shown(to)}, which this step did not ask for`];
    }
    if (same(wished, to))
      return [];
    return same(from, to) ? [`Atlas ignored ${name}, which is still ${update_shown(to)} and not ${update_shown(wished)}`] : [`${name} went from ${update_shown(from)} to ${update_shown(to)}, where ${update_shown(wished)} was asked for`];
  });
}
const same = (a, b) => update_shown(a) === update_shown(b);
function update_shown(value) {
  if (value == null)
    return "none";
  return typeof value === "object" ? `${value.startHourOfDay}-${value.endHourOfDay}` : plain(String(value), 60);
}
// src/operations/all.js
const OPERATIONS = {
  get,
  update,
  defer,
  autoDefer,
  reset: reset_reset,
  gate
};
// src/step.js
const SHARED = { operation: input(oneOf(...Object.keys(OPERATIONS)), "get"), ...COMMON };
const step_INPUTS = Object.assign({ ...SHARED }, ...Object.values(OPERATIONS).map(({ inputs }) => inputs));
const secretsIn = (env2) => environment_secretsOf(env2, step_INPUTS);
function mayBeGate(env2) {
  const name = env2.INPUT_OPERATION?.trim();
  if (name === void 0)
    return false;
  const known2 = called(name, Object.keys(OPERATIONS));
  return known2 === void 0 || known2 === "gate";
}
const publishingOf = (env2) => mayBeGate(env2) ? readPublishing(env2) : void 0;
function parseStep(env2) {
  const reading = createReading(env2, secretsIn(env2));
  const { problems, origins, notices } = reading;
  problems.push(...unknownInputs(env2, Object.keys(step_INPUTS)));
  const reader = reading.reader(SHARED);
  const { read: read2 } = reader;
  const operation2 = read2("operation");
  const step = {
    operation: operation2,
    projects: readProjects(reader),
    credential: readCredential(reader),
    // The table has no default for it: a runner would pass that as an input, which wins over the environment.
    baseUrl: read2("baseUrl") ?? DEFAULT_BASE_URL,
    maintenanceDuration: read2("maintenanceDuration"),
    timeout: read2("timeout"),
    dryRun: read2("dryRun"),
    job: readJob(reading, operation2)
  };
  const { projects: projects2, job } = step;
  if (job?.onlyById !== void 0 && projects2 && !("groupIds" in projects2))
    problems.push(`${job.onlyById} takes projects by groupId only: a search by name, tag or organization may find more than you meant. Operation \`get\` lists what it finds, with the ids.`);
  if (problems.length > 0)
    throw new InputError(problems);
  if (!isWhole(step))
    throw new Error("A value is missing, and no problem was noted");
  return { ...step, origins, notices };
}
const isWhole = (values) => Object.values(values).every((value) => value !== void 0);
function readJob(reading, name) {
  const operation2 = name === void 0 ? void 0 : OPERATIONS[name];
  if (name === void 0 || operation2 === void 0) {
    checkPublishing(reading.reader(PUBLISHING));
    readDeploy(reading.reader(DEPLOY));
    const read2 = /* @__PURE__ */ new Set([...Object.keys(SHARED), ...Object.keys(PUBLISHING), ...Object.keys(DEPLOY)]);
    reading.reader(step_INPUTS).readAll(Object.keys(step_INPUTS).filter((name2) => !read2.has(name2)));
    return void 0;
  }
  refuseUnused(reading, name, operation2);
  return operation2.prepare(name, reading);
}
function refuseUnused(reading, name, { inputs }) {
  const { given, problems } = reading.reader(step_INPUTS);
  for (const [unused, { default: standard }] of Object.entries(step_INPUTS)) {
    if (unused in SHARED || unused in inputs || ["", standard].includes(given(unused)))
      continue;
    const users = Object.entries(OPERATIONS).flatMap(([user, { inputs: inputs2 }]) => unused in inputs2 ? [user] : []);
    problems.push(`${unused} is not used by \`${name}\` but by ${listed(users.map(quotedWord))}: remove it, or change operation.`);
  }
}
// src/main.js
async function run(env2, cancelled, sink2, check2) {
  const began = monotonic();
  for (const secret of secretsIn(env2))
    sink2.mask(secret);
  let step;
  try {
    step = parseStep(env2);
  } catch (error2) {
    if (!(error2 instanceof InputError))
      throw error2;
    return await deliver(toFailureReport(error2.message, "inputs", main_verdictOf(env2)), sink2, check2);
  }
  await check2.pending();
  for (const line2 of step.origins)
    sink2.info(line2);
  sink2.debug(`Time zone rules: ${RUNNERS_RELEASE} in this runner's Node, ${CARRIED_RELEASE} carried by this action.`);
  if (env2.NODE_TLS_REJECT_UNAUTHORIZED === "0")
    sink2.info("NODE_TLS_REJECT_UNAUTHORIZED is ignored: the certificates of servers are always checked.");
  const { job, dryRun, maintenanceDuration, baseUrl: baseUrl2, notices } = step;
  const deadline = createDeadline(step.timeout, cancelled);
  const atlas = createAtlas({ ...step, deadline, log: sink2, userAgent: "atlas-maintenance-gate" });
  onceSent(() => nextWeeklyStart({ dayOfWeek: 1, hourOfDay: 0, timeZoneId: parseZone("UTC").id }, Date.now()));
  const search = await findProjects(step.projects, atlas);
  const found = "found" in search ? search.found : [];
  for (const line2 of foundLines(found, dryRun))
    sink2.info(line2);
  const projects2 = found.map((project2) => ({ ...project2, atlas, deadline, dryRun, maintenanceDuration, log: sink2 }));
  const tell2 = "error" in search ? job.fail(search.error) : await job.run(projects2, {
    progress: progress(sink2, projects2.length),
    elapsed: () => monotonic() - began,
    renew: deadline.renew,
    pause: (ms) => (0, promises_namespaceObject.setTimeout)(ms, true, { signal: cancelled }).catch(() => false),
    pending: check2.pending
  });
  const now = atlas.now();
  const closing = atlas.close();
  await (0, promises_namespaceObject.setImmediate)();
  if (cancelled.reason === DEFECT)
    return false;
  const scene = { now, maintenanceDuration, actor: env2.GITHUB_TRIGGERING_ACTOR ?? env2.GITHUB_ACTOR };
  const report = toReport(tell2(scene), {
    baseUrl: baseUrl2,
    notices,
    skew: atlas.clockSkew(),
    runnersClock: !atlas.clockKnown() && projects2.some(({ window }) => window !== void 0)
  });
  return await deliver(report, sink2, check2, closing);
}
const main_verdictOf = (env2) => mayBeGate(env2) ? "fail" : void 0;
const DEFECT = new Error("a defect of the action");
async function reportDefect(env2, cause, sink2, check2) {
  for (const secret of secretsIn(env2))
    sink2.mask(secret);
  const what = cause === void 0 ? "ended before its work was done" : `stopped on a defect of its own (${nameOf(cause)})`;
  const message = `The action ${what}, so nothing is known for sure: look at the project in Atlas before you run the step again. If it happens again, report it with the debug log.`;
  if (cause instanceof Error)
    for (const [frame] of (cause.stack ?? "").matchAll(/^ {4}at .*$/gm))
      sink2.debug(frame);
  await deliver(toFailureReport(message, "defect", main_verdictOf(env2)), sink2, check2);
}
async function reportNode(env2, problem2, sink2, check2) {
  for (const secret of secretsIn(env2))
    sink2.mask(secret);
  await deliver(toFailureReport(problem2, "Node is too old", main_verdictOf(env2)), sink2, check2);
}
const nameOf = (cause) => cause instanceof Error ? cause.name : typeof cause;
// src/node.js
const OLDEST = { major: 22, minor: 3 };
function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST.major || major === OLDEST.major && minor >= OLDEST.minor)
    return void 0;
  return `This action needs Node 24, or at least ${OLDEST.major}.${OLDEST.minor}, and was started with Node ${version}, so nothing was asked of Atlas. A current GitHub runner brings Node 24 along: update the runner, or do not start the action with a Node of your own.`;
}
// src/index.js
const SIGNALS = { SIGINT: 130, SIGTERM: 143 };
process.exitCode = 1;
process.stdout.on("error", () => {
});
const env = { ...process.env };
delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
const cancel = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    process.exitCode = SIGNALS[signal];
    cancel.abort(new Error(`cancelled by ${signal}`));
  });
const sink = createSink(env);
const src_check = openCheck(publishingOf(env), env, cancel.signal, sink);
let crashed = false;
const crash = (cause) => {
  if (crashed)
    return;
  crashed = true;
  const told = reportDefect(env, cause, sink, src_check);
  cancel.abort(DEFECT);
  told.finally(() => leave(1)).catch(() => {
  });
};
function leave(code) {
  process.stdout.write("", () => process.exit(code));
}
const problem = nodeProblem(process.versions.node);
if (problem !== void 0) {
  reportNode(env, problem, sink, src_check).finally(() => leave(1)).catch(() => {
  });
} else {
  process.on("uncaughtException", crash).on("unhandledRejection", crash);
  process.once("beforeExit", () => crash(void 0));
  run(env, cancel.signal, sink, src_check).then((succeeded) => {
    if (crashed)
      return;
    leave(succeeded && !cancel.signal.aborted ? 0 : typeof process.exitCode === "number" ? process.exitCode : 1);
  }, crash);
}
