import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
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

// node_modules/tunnel/lib/tunnel.js
var require_tunnel = __commonJS({
  "node_modules/tunnel/lib/tunnel.js"(exports) {
    "use strict";
    var net = __require("net");
    var tls = __require("tls");
    var http2 = __require("http");
    var https2 = __require("https");
    var events = __require("events");
    var assert = __require("assert");
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
        connectOptions.headers["Proxy-Authorization"] = "Basic " + new Buffer(connectOptions.proxyAuth).toString("base64");
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
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
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
var summary = _summary;

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

// src/text.ts
function plain(text, max = 300) {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]+/gu, " ").replace(/ {2,}/g, " ").replaceAll("##[", "# #[").replace(/:(?=:)/g, ": ").trim();
  return line.length > max ? `${line.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}…` : line;
}
var quoted = (text, max = 80) => `"${plain(text, max)}"`;
function redactor(secrets) {
  const known = [...new Set(secrets)].filter((secret) => secret !== "").sort((a, b) => b.length - a.length);
  return (text) => known.reduce((left, secret) => left.replaceAll(secret, "***"), text);
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
import { isIP } from "node:net";
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
  with(sentence) {
    return new _AtlasError({ ...this.#failure, message: `${this.#failure.message}. ${sentence}` });
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
  if (CERTIFICATE.test(code))
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
var CERTIFICATE = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_|ERR_SSL_|EPROTO)/;
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
var RIGHTS = /* @__PURE__ */ new Set(["USER_UNAUTHORIZED", "NOT_IN_GROUP", "USER_CANNOT_ACCESS_GROUP"]);
var isAboutRights = (answer) => RIGHTS.has(complaintOf(answer).code ?? "");
var says = ({ detail }) => detail ? `. Atlas says: ${detail}` : "";
var noProject = "No such project, or the credential cannot see it. Check groupId, and that the key or service account is a member of that project";
var accessList = ({ parameters }) => {
  const address = parameters?.find((value) => typeof value === "string" && isIP(value) > 0);
  return `The address of this runner${address ? `, ${address},` : ""} is not on the API access list. Add it to the access list of the API key or service account in Atlas, or use a runner with a fixed address`;
};
var rateLimited = "Atlas allows no more requests at the moment";
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
    WRITES_NOT_ALLOWED_DURING_APP_UPGRADES: "Atlas is being upgraded and takes no changes at the moment. Run the job again in a few minutes",
    RATE_LIMITED_TOKEN_BUCKET: rateLimited,
    RATE_LIMITED: rateLimited,
    invalid_client: "Atlas refused the service account: the client ID or the client secret is wrong, or the secret has expired. Check clientId and clientSecret"
  })
);
var MAINTENANCE_OF_ATLAS = "WRITES_NOT_ALLOWED_DURING_APP_UPGRADES";
function refusal(answer, circumstances) {
  const { status } = answer;
  if (status >= 300 && status < 400) return redirected(answer, circumstances);
  const said = complaintOf(answer);
  const complaint2 = said.detail === void 0 ? said : { ...said, detail: circumstances.safe(said.detail) };
  const sentence = SENTENCES.get(complaint2.code ?? "") ?? byStatus(status, circumstances);
  const passing = status === 429 || status >= 500 || status === 405 && complaint2.code === MAINTENANCE_OF_ATLAS;
  return new AtlasError({
    code: complaint2.code === void 0 ? `HTTP_${status}` : circumstances.safe(complaint2.code),
    status,
    message: typeof sentence === "string" ? sentence : sentence(complaint2),
    outcome: status >= 500 ? "unknown" : "refused",
    retryable: passing,
    retryAfterMs: passing ? retryAfter(answer, complaint2, circumstances.now) : void 0
  });
}
function byStatus(status, { doing, unauthorized: unauthorized2 }) {
  const answered = `Atlas answered ${status} to the request to ${doing}`;
  const by = ({ html }) => html ? ", with an HTML page where JSON is due: a gateway or proxy answered in its place" : "";
  if (status === 401) return unauthorized2;
  if (status === 404)
    return (complaint2) => `${answered}${by(complaint2)}. Check groupId and baseUrl${says(complaint2)}`;
  if (status === 429) return `${answered}: too many requests`;
  if (status >= 500)
    return (complaint2) => `${answered}${by(complaint2)}. Such a fault passes as a rule: run the job again later${says(complaint2)}`;
  return (complaint2) => `${answered}${by(complaint2)}${says(complaint2)}`;
}
function redirected({ status, headers }, { doing, safe }) {
  const { location } = headers;
  const host = typeof location === "string" && URL.canParse(location) ? new URL(location).host : void 0;
  return new AtlasError({
    code: "REDIRECT",
    status,
    message: `The request to ${doing} was answered with a redirect (${status})${host ? ` to ${safe(host)}` : ""}, which is never followed. Check baseUrl and the proxy`,
    outcome: "refused"
  });
}
function unreadable(doing, problem, status) {
  return new AtlasError({
    code: "UNREADABLE_ANSWER",
    status,
    message: `Atlas's answer to the request to ${doing} cannot be used: ${problem}. If baseUrl is right, look for a gateway or proxy that answers in its place`,
    outcome: "unknown"
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
var TOKEN = /[!#$%&'*+.^_`|~\w-]+/y;
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
    const scheme = take(TOKEN);
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
function transform(operation) {
  return {
    kind: "transformation",
    type: "transform",
    reference: transform,
    async: false,
    operation,
    "~run"(dataset) {
      dataset.value = this.operation(dataset.value);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function getFallback(schema, dataset, config$1) {
  return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema, dataset, config$1) {
  return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
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
var record = custom(
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
  record,
  object({
    results: array(
      pipe(record, object({ id: nullish(string("text")), created: instant, eventTypeName: string("text") })),
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

// src/atlas/retry.ts
import { setTimeout as sleep } from "node:timers/promises";
var FIRST_BACKOFF_MS = 1e3;
var LONGEST_BACKOFF_MS = 2e4;
async function retry(attempt, options) {
  const { deadline, log, random = Math.random } = options;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error2) {
      if (!(error2 instanceof AtlasError) || !error2.retryable) throw error2;
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
  const asked = error2.retryAfterMs === void 0 ? "the next would start" : "Atlas asks to wait";
  return error2.with(
    `Gave up after ${attempts === 1 ? "one attempt" : `${attempts} attempts`}: ${asked} ${error2.retryAfterMs === void 0 ? `in ${seconds(wait)}` : seconds(wait)}, and the timeout of ${seconds(deadline.total)} leaves ${seconds(deadline.remaining())}`
  );
}

// src/atlas/token.ts
var MINT = "mint an access token";
var grant = pipe(record, object({ access_token: string("text") }));
var usable = pipe(
  record,
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
  record,
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
function parseWindow(json) {
  const body = parse(record, json);
  if ("problem" in body) return body;
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
  const checked = (answer, doing) => {
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
  const send = async (request) => checked(await transport.send(request), request.doing);
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
        return checked(answer, doing);
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
  const found = [];
  let start = from;
  let offset = offsetAt(zone2, from);
  for (let chunk = chunkOf(from); chunk * CHUNK < to; chunk += 1) {
    for (const setting of settings(zone2, chunk)) {
      if (setting.from <= from || setting.from >= to || setting.offset === offset) continue;
      found.push({ start, end: setting.from, offset });
      start = setting.from;
      offset = setting.offset;
    }
  }
  found.push({ start, end: to, offset });
  return found;
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
  let offset = 0;
  for (const setting of settings(zone2, chunkOf(at))) {
    if (setting.from > at) break;
    offset = setting.offset;
  }
  return offset;
}
var STEP = 6 * DAY;
var CHUNK = 10 * STEP;
var chunkOf = (at) => Math.floor(at / CHUNK);
var FURTHEST = 2 * DAY;
var zones = /* @__PURE__ */ new Map();
function settings(zone2, chunk) {
  let known = zones.get(zone2);
  if (known === void 0) {
    const shape = { timeZone: zone2, second: "numeric", timeZoneName: "longOffset" };
    const format = new Intl.DateTimeFormat("en-US", shape);
    known = { ask: (at) => parseOffset(format.format(at)), chunks: /* @__PURE__ */ new Map() };
    zones.set(zone2, known);
  }
  let list = known.chunks.get(chunk);
  if (list === void 0) {
    list = findSettings(known.ask, chunk * CHUNK);
    known.chunks.set(chunk, list);
  }
  return list;
}
function findSettings(ask, start) {
  const first = ask(start);
  const found = [{ from: start, offset: first }];
  const halve = (from, before, to, after) => {
    if (before === after) return;
    if (to - from <= SECOND) {
      found.push({ from: to, offset: after });
      return;
    }
    const middle = Math.floor((from + to) / 2 / SECOND) * SECOND;
    const between = ask(middle);
    halve(from, before, middle, between);
    halve(middle, between, to, after);
  };
  let offset = first;
  for (let at = start + STEP; at <= start + CHUNK; at += STEP) {
    const next = ask(at);
    halve(at - STEP, offset, at, next);
    offset = next;
  }
  return found;
}
function parseOffset(text) {
  const [, sign, hours2, minutes, seconds2] = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text) ?? [];
  if (sign === void 0) {
    if (text.endsWith("GMT")) return 0;
    throw new RangeError(`The runtime wrote an offset that cannot be read: ${text}`);
  }
  const size = Number(hours2) * HOUR + Number(minutes) * MINUTE + Number(seconds2 ?? 0) * SECOND;
  return sign === "-" ? -size : size;
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
function parseInstant(text, zone2) {
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
    const at = local - parseOffset2(text, offset);
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
function parseOffset2(text, offset) {
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
  const [, days, times2] = /^(\S.*?)\s+(\d.*)$/.exec(line) ?? [];
  if (days === void 0 || times2 === void 0) {
    throw new RangeError(`${quoted(line)} is not days and hours: write for example ${EXAMPLE}`);
  }
  const parts = times2.split("-");
  const [first, last] = parts;
  if (first === void 0 || last === void 0 || parts.length !== 2) {
    throw new RangeError(`${quoted(times2)} is not a start and an end: write for example 09:00-17:00`);
  }
  const [start, end] = [parseClock(first), parseClock(last)];
  if (start === DAY) throw new RangeError('"24:00" can only end a window: a day starts at 00:00');
  if (start === end) {
    throw new RangeError(`${quoted(times2)} starts when it ends: write 00:00-24:00 for a whole day`);
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
function parseDuration(text) {
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
    return problems2.length === 0 ? { deploy: { kind: "standing", zone: zone2, lines }, notes: [] } : { problems: problems2.map((sentence) => ({ input: "deployWindow", sentence: `${sentence}.` })) };
  }
  const problems = [];
  const notes = [];
  function attempt(input, read2, subject = "") {
    try {
      return read2();
    } catch (error2) {
      if (!(error2 instanceof RangeError)) throw error2;
      problems.push({ input, sentence: `${subject}${error2.message}.` });
      return void 0;
    }
  }
  function instant2(input, text) {
    const at = attempt(input, () => parseInstant(text, zone2));
    if (at !== void 0 && at.earlier !== at.later) notes.push(twiceNote(input, text, zone2, at));
    return at;
  }
  function length(text) {
    const after = attempt("deployDuration", () => parseDuration(text), `${quoted(text)} `);
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
  const ms = parseDuration(text);
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
  function parse2(name, parser) {
    const text = given(env, name) || inherited(env, name) || SPECS[name].default;
    if (text === void 0 || text === "") return void 0;
    const fromEnv = given(env, name) === "" && inherited(env, name) !== "";
    if (fromEnv) origins.push(`${name} comes from ${SPECS[name].env}.`);
    try {
      return parser(text);
    } catch (error2) {
      if (!(error2 instanceof RangeError)) throw error2;
      problems.push(`${name}${fromEnv ? ` (from ${SPECS[name].env})` : ""} ${error2.message}`);
      return void 0;
    }
  }
  const parseOr = (name, parser, fallback) => parse2(name, parser) ?? fallback;
  const operation = parse2("operation", oneOf(...OPERATIONS));
  if (operation !== void 0)
    for (const name of NAMES) {
      const { usedBy } = SPECS[name];
      const value = given(env, name);
      if (usedBy !== void 0 && !usedBy.includes(operation) && value !== "" && value !== SPECS[name].default)
        problems.push(
          `${name} is not used by \`${operation}\` but by ${listed(usedBy.map(quotedWord))}: remove it, or change operation.`
        );
    }
  const uses = (name) => operation !== void 0 && (SPECS[name].usedBy?.includes(operation) ?? true);
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
      problems.push(...parsed.problems.map(({ input, sentence }) => `${input} ${sentence}`));
      return void 0;
    }
    notices.push(...parsed.notes);
    return { operation: "gate", deploy: parsed.deploy, zone: zone2, blockOn, onOverlap };
  }
  function parseTask() {
    switch (operation) {
      case void 0:
        return void 0;
      case "get":
      case "reset":
        return { operation };
      case "update":
        return parseUpdate();
      case "autoDefer": {
        const wanted = parse2("autoDeferOnceEnabled", boolean2);
        return { operation, ...wanted === void 0 ? {} : { wanted } };
      }
      case "defer":
        return {
          operation,
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
async function sendOnce(project, send, took) {
  let attempts = 0;
  await retry(
    async () => {
      attempts += 1;
      if (attempts > 1 && took(await read(project))) return;
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
    const nothing = error2 instanceof AtlasError && error2.code === "ATLAS_MAINTENANCE_NOT_SCHEDULED";
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
  const known = stretches(window.timeZoneId, from - MARGIN, Math.max(from, to) + MARGIN);
  let local;
  let before = 0;
  for (const { start, end, offset } of known) {
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
  const all = threats(question, first.start, earliest + HORIZON + Math.max(length, LONGEST));
  const block = firstBlock(deploys, all);
  const clearAt = standing ? firstClear(deploys, now, all) : slideClear(earliest, length, all);
  const nextStart = window && nextWeeklyStart(window, now);
  const planned2 = state.kind === "running" ? state.next : state;
  return {
    overlap: block !== void 0,
    ...block && { block },
    ...nextStart !== void 0 && { nextStart, nextEnd: nextStart + maintenanceDuration },
    ...planned2?.kind === "scheduled" && { scheduledStart: planned2.start },
    ...clearAt !== void 0 && clearAt <= earliest + HORIZON && { clearAt }
  };
}
function threats(question, from, to) {
  const { window, state, maintenanceDuration: length, now } = question;
  const found = [];
  const since = state.kind === "running" || state.kind === "unknown" ? state.since : void 0;
  if (since !== void 0) {
    found.push({ reason: "running", start: since, end: Math.max(since, now) + length });
  }
  const planned2 = state.kind === "running" ? state.next : state;
  const scheduled = planned2?.kind === "scheduled" ? planned2 : void 0;
  if (scheduled) found.push({ reason: "scheduled", ...scheduledInterval(scheduled, length, now) });
  for (const start of window ? weeklyStarts(window, from - length, to) : []) {
    const reason2 = weeklyReason(question, scheduled?.start, start);
    if (reason2 !== void 0 && start !== scheduled?.start)
      found.push({ reason: reason2, start, end: start + length });
  }
  return found.sort((a, b) => a.start - b.start);
}
var scheduledInterval = ({ start }, maintenanceDuration, now) => ({ start, end: Math.max(start, now) + maintenanceDuration });
function weeklyReason({ blockOn, state, now }, scheduled, start) {
  if (blockOn === "window" || state.kind === "unknown") return "weekly";
  if (scheduled !== void 0 && start < scheduled) return void 0;
  if (start - now >= ANNOUNCED_BEFORE) return "tooEarly";
  return scheduled !== void 0 && scheduled <= now ? "weekly" : void 0;
}
function walker(all) {
  let passed = 0;
  return (deploy) => {
    let threat = all[passed];
    while (threat !== void 0 && threat.end <= deploy.start) {
      passed += 1;
      threat = all[passed];
    }
    return threat !== void 0 && overlaps(threat, deploy) ? threat : void 0;
  };
}
function firstBlock(deploys, all) {
  const meets = walker(all);
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
function firstClear(deploys, now, all) {
  const meets = walker(all);
  return deploys.find((deploy) => deploy.start >= now && meets(deploy) === void 0)?.start;
}
function slideClear(start, length, all) {
  const meets = walker(all);
  let at = start;
  for (let threat = meets({ start: at, end: at + length }); threat; threat = meets({ start: at, end: at + length })) {
    at = threat.end;
  }
  return at;
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
async function gate(project, task, maintenanceDuration) {
  const view = await look(project, task, maintenanceDuration);
  const { state, deploys } = view;
  const deferrable = task.onOverlap === "defer" && state.kind === "scheduled" && deploys.some((deploy) => overlaps(deploy, scheduledInterval(state, maintenanceDuration, view.now)));
  if (!deferrable) return judged(task, view);
  if (project.dryRun) return { ...judged(task, view), deferral: "wouldDefer" };
  try {
    await deferOnce(project, requireWindow(view.window));
  } catch (error2) {
    if (!(error2 instanceof AtlasError) || error2.outcome !== "refused") throw error2;
    return { ...judged(task, view), deferral: error2 };
  }
  return { ...judged(task, await look(project, task, maintenanceDuration)), deferral: "deferred" };
}
async function look(project, task, maintenanceDuration) {
  const { atlas } = project;
  const window = await read(project);
  const events = await atlas.listEvents(project.outcome.groupId, {
    eventTypes: MAINTENANCE_EVENT_TYPES,
    minDate: atlas.now() - EVENTS_LOOKBACK_MS
  }).catch((error2) => {
    if (!(error2 instanceof AtlasError) || project.deadline.signal.aborted) throw error2;
    project.outcome.warnings.push(
      `Whether maintenance is scheduled or running is unknown, so every weekly start of the window counts. The project's events could not be read: ${error2.message}`
    );
    return void 0;
  });
  const now = atlas.now();
  const { state, notes } = maintenanceState(events, window.configured ? window : void 0, now);
  for (const note of notes) project.log.info(note);
  const deploys = deploysAt(task.deploy, now);
  const judgement = judge({
    window: window.configured ? window : void 0,
    state,
    deploys,
    maintenanceDuration,
    blockOn: task.blockOn,
    now
  });
  return { window, now, deploys, state, judgement };
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
function judged(task, view) {
  return { did: "judged", view, verdict: verdictOf(view, task.onOverlap) };
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
    if (!(error2 instanceof AtlasError) || error2.code !== "ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED") throw error2;
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
  await atlas.updateWindow(outcome.groupId, patch);
  outcome.changed = true;
  const after = await read(project);
  if ((wish === "startASAP" ? startPatch(requireWindow(after)) : settingsPatch(after, wish)) !== void 0)
    throw new AtlasError({
      code: "UPDATE_NOT_TAKEN",
      message: "Atlas accepted the update, but a read afterwards does not show it: another change may have come between; look at the project in Atlas and run the step again",
      outcome: "unknown"
    });
  const deferralsReset2 = wish !== "startASAP" && before.configured ? before.numberOfDeferrals : 0;
  return { did: "updated", patch, deferralsReset: deferralsReset2 };
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
var DAYS4 = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
var dayName = (dayOfWeek2) => DAYS4[dayOfWeek2 - 1] ?? `day ${dayOfWeek2}`;
var hourText = (hourOfDay2) => `${String(hourOfDay2).padStart(2, "0")}:00`;
var weekly = (window) => `every ${dayName(window.dayOfWeek)} at ${hourText(window.hourOfDay)} (${plain(window.timeZoneId, 60)})`;
function zonesOf(window, gate2) {
  return [...new Set([window?.timeZoneId, gate2?.zone.id, "UTC"].filter((zone2) => zone2 !== void 0))];
}
function inZones(at, zones2) {
  const [first = formatInZone(at, "UTC"), ...others] = zones2.map((zone2) => formatInZone(at, zone2));
  const date2 = datePart(first);
  const more = others.map((text) => datePart(text) === date2 ? text.slice(date2.length + 1) : text).join(", ");
  return more === "" ? first : `${first} (${more})`;
}
var datePart = (formatted) => formatted.split(" ").slice(0, 2).join(" ");
function messageOf(outcome, context) {
  if (outcome.error) return outcome.error.message;
  const { done, window } = outcome;
  if (done === void 0 || window === void 0) return "The project was not reached.";
  if (done.did === "judged") return verdictMessage(done, context);
  if (done.did === "wouldSend")
    return `Dry run: would send ${done.method} ${done.path}${done.body === void 0 ? "" : ` with ${done.body}`}. Nothing was changed.`;
  if (!window.configured)
    return done.did === "reset" ? "The maintenance window was removed: Atlas now starts maintenance whenever it chooses." : "No maintenance window is set: Atlas starts maintenance whenever it chooses.";
  switch (done.did) {
    case "read":
    case "reset":
      return `The maintenance window starts ${weekly(window)}.`;
    case "updated":
      if (done.patch.startASAP) return "The scheduled maintenance was told to start as soon as possible.";
      return `The maintenance window was updated; it starts ${weekly(window)}.${deferralsReset(done.deferralsReset)}`;
    case "deferred":
      return `The scheduled maintenance was deferred by one week; deferrals used: ${window.numberOfDeferrals}.`;
    case "toggled":
      return window.autoDeferOnceEnabled ? "Automatic deferral was switched on: Atlas defers every maintenance once, by one week." : "Automatic deferral was switched off.";
    case "nothing":
      return done.because === "nothingScheduled" ? "No maintenance is scheduled, so there was nothing to defer." : `Nothing to change: the project is as asked. The maintenance window starts ${weekly(window)}.`;
  }
}
var deferralsReset = (count2) => count2 === 0 ? "" : ` The update reset the ${count2 === 1 ? "one deferral" : `${count2} deferrals`} used so far.`;
function verdictMessage(done, context) {
  const { view, verdict } = done;
  const { window, judgement } = view;
  const zones2 = zonesOf(window, context.gate);
  const parts = [];
  if (done.deferral === "deferred") parts.push("The scheduled maintenance was deferred by one week.");
  const block = judgement.block;
  if (block === void 0) {
    if (!window.configured)
      parts.push(
        "No maintenance window is set, so Atlas may start maintenance at any time it chooses: whether it meets the deploy cannot be known. Set a window with operation `update`, dayOfWeek and hourOfDay."
      );
    else parts.push(`Clear: ${deployText(view, context)} meets no maintenance.`, nextText(view, zones2));
    return parts.join(" ");
  }
  const head = verdict === "fail" ? "Blocked" : verdict === "warn" ? "Warning" : "Overlap ignored";
  const line = block.deployLine === void 0 ? "" : ` (deployWindow ${plain(block.deployLine, 80)})`;
  parts.push(
    `${head}: the deploy from ${inZones(block.deploy.start, zones2)} to ${inZones(block.deploy.end, zones2)}${line} would meet maintenance: ${reasonText(view, context, zones2)}`
  );
  if (done.deferral === "wouldDefer")
    parts.push("Dry run: would defer the scheduled maintenance by one week and look again.");
  if (done.deferral instanceof AtlasError) parts.push(`It could not be deferred: ${done.deferral.message}`);
  parts.push(clearText(view, zones2), adviceText(done, context));
  return parts.filter((part) => part !== "").join(" ");
}
function deployText({ deploys }, { gate: gate2 }) {
  const [first] = deploys;
  if (gate2?.deploy.kind === "standing" || first === void 0)
    return "the standing deploy window, judged over the next 53 weeks,";
  const zone2 = gate2?.zone.id ?? "UTC";
  return `the deploy from ${formatInZone(first.start, zone2)} to ${formatInZone(first.end, zone2)}`;
}
function reasonText({ judgement, state, now }, context, zones2) {
  const { block } = judgement;
  if (block === void 0) return "";
  const start = inZones(block.maintenance.start, zones2);
  const length = formatDuration(context.maintenanceDuration);
  switch (block.reason) {
    case "running":
      return `it has been running since ${start}, and Atlas has not reported its end.`;
    case "scheduled":
      return `Atlas has scheduled it for ${start}, assumed to last ${length}${state.kind === "scheduled" ? scheduledDetail(state, now) : ""}.`;
    case "tooEarly":
      return `the weekly window starts ${start}, assumed to last ${length}, and it is too early to know whether Atlas will use it: nothing is announced yet, and Atlas announces 72 to 48 hours ahead.`;
    case "weekly":
      return `the weekly window starts ${start}, and maintenance is assumed to last ${length}.`;
  }
}
function scheduledDetail(state, now) {
  const announced = state.announced === void 0 ? "" : `, announced ${ago(now - state.announced)} ago`;
  const deferred = state.deferrals === 0 ? "" : `, deferred ${state.deferrals === 1 ? "once" : `${state.deferrals} times`}`;
  return announced + deferred;
}
function ago(ms) {
  const minutes = Math.max(0, Math.round(ms / 6e4));
  if (minutes < 120) return `${minutes} min`;
  return minutes < 72 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
}
function nextText({ state, judgement }, zones2) {
  const next = judgement.nextStart === void 0 ? "" : `The weekly window next starts ${inZones(judgement.nextStart, zones2)}`;
  const known = {
    none: "nothing is announced",
    scheduled: `maintenance is scheduled for ${inZones(judgement.scheduledStart ?? 0, zones2)}`,
    running: "maintenance is running",
    unknown: "whether maintenance is scheduled is unknown"
  }[state.kind];
  return `${next}; ${known}.`;
}
function clearText({ judgement, state }, zones2) {
  if (judgement.clearAt === void 0)
    return "No start within the next 53 weeks is clear for a deploy of this length.";
  const guess = state.kind === "running" ? ", if the maintenance has ended by then" : "";
  return `A deploy of the same length is clear from ${inZones(judgement.clearAt, zones2)}${guess}.`;
}
function adviceText({ view, deferral, verdict }, { gate: gate2 }) {
  const { block, knownFrom } = { ...view.judgement, knownFrom: view.judgement.block?.knownFrom };
  if (block === void 0 || verdict === "pass") return "";
  const zones2 = zonesOf(view.window, gate2);
  switch (block.reason) {
    case "running":
      return "Wait until Atlas reports the maintenance completed, then run the gate again.";
    case "tooEarly":
      return `Run the gate again ${knownFrom === void 0 ? "later" : `from ${inZones(knownFrom, zones2)} on`}, or move the deploy.`;
    case "scheduled":
      return deferral === void 0 ? "Move the deploy, or defer the maintenance (`onOverlap: defer`, possible 72 to 48 hours before it starts)." : "Move the deploy.";
    case "weekly":
      return gate2?.blockOn === "window" && view.state.kind !== "unknown" ? "Move the deploy, or set `blockOn: scheduled` to block only on maintenance that Atlas has announced." : "Move the deploy.";
  }
}
function settingLines({ window }, context) {
  if (window === void 0) return [];
  return settings2(window, context).map(([name, value]) => `${name}: ${value}`);
}
function settings2(window, context) {
  if (!window.configured) return [["Maintenance window", "none set"]];
  const next = nextWeeklyStart(window, context.now);
  const rows = [
    ["Maintenance window", `${dayName(window.dayOfWeek)} ${hourText(window.hourOfDay)}`],
    ["Time zone", plain(window.timeZoneId, 60)],
    ["Next start", inZones(next, zonesOf(window, context.gate))],
    ["Deferrals used", `${window.numberOfDeferrals} of 2`],
    ["Automatic deferral", window.autoDeferOnceEnabled ? "on" : "off"],
    ["Start as soon as possible", window.startASAP ? "asked for" : void 0],
    ["Protected hours", window.protectedHours && protectedText(window.protectedHours)],
    ["Wave", window.waveAssignment?.toString()],
    ["Wave in force", window.effectiveWaveAssignment?.toString()]
  ];
  return rows.filter((row) => row[1] !== void 0);
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
  const clearAt = judgement?.clearAt;
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
    secondsUntilClear: clearAt === void 0 ? null : Math.max(0, Math.ceil((clearAt - context.now) / 1e3)),
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
  const clear = results.map((result) => result.clearAt);
  const latest = clear.every((at) => at !== null) ? results.reduce((a, b) => Date.parse(a.clearAt ?? "") >= Date.parse(b.clearAt ?? "") ? a : b) : void 0;
  const overlaps2 = results.map((result) => result.overlap);
  return {
    changed: results.some((result) => result.changed),
    deferred: results.some((result) => result.deferred),
    // One that is not known leaves the whole unknown, unless another overlaps for certain.
    overlap: overlaps2.includes(true) ? true : overlaps2.includes(null) ? null : false,
    verdict: ["fail", "warn", "pass"].find(
      (verdict) => results.some((result) => result.verdict === verdict)
    ),
    clearAt: latest?.clearAt,
    secondsUntilClear: latest?.secondsUntilClear
  };
}
var outputText = (value) => value === null || value === void 0 ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);

// src/report/summary.ts
var escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? sign).replace(/[\\`*_{}[\]()#+\-!|~@:$^=]/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/\r?\n/g, "<br>");
function summary2(outcomes, results, context) {
  return outcomes.map((outcome, index) => projectSummary(outcome, results[index], context)).join("\n");
}
function projectSummary(outcome, result, context) {
  const head = `### Atlas project ${outcome.groupId}

${escaped(result?.message ?? "")}
`;
  if (outcome.window === void 0) return head;
  const rows = settings2(outcome.window, context).map(([name, value]) => `| ${name} | ${escaped(value)} |`);
  return `${head}
| | |
|---|---|
${rows.join("\n")}
`;
}
var errorSummary = (message) => `### Atlas maintenance gate

${escaped(message)}
`;

// src/report/report.ts
var TITLE = "Atlas maintenance gate";
async function report(sink, outcomes, inputs, ending) {
  const { task } = inputs;
  const context = {
    maintenanceDuration: inputs.maintenanceDuration,
    now: ending.now,
    ...task.operation === "gate" ? { gate: task } : {}
  };
  const results = outcomes.map((outcome) => toResult(outcome, context));
  const message = stepMessage(results);
  for (const [index, outcome] of outcomes.entries()) {
    sink.startGroup(`Project ${outcome.groupId}`);
    for (const line of settingLines(outcome, context)) sink.info(line);
    const text = results[index]?.message ?? "";
    sink.info(text);
    sink.endGroup();
  }
  const many = outcomes.length > 1;
  const named = (outcome, text) => many ? `Project ${outcome.groupId}: ${text}` : text;
  for (const notice2 of inputs.notices) sink.notice(notice2, { title: TITLE });
  if (ending.skew !== void 0) sink.notice(skewText(ending.skew), { title: TITLE });
  for (const outcome of outcomes) {
    for (const notice2 of outcome.notices) sink.notice(named(outcome, notice2), { title: TITLE });
    for (const warning2 of outcome.warnings) sink.warning(named(outcome, warning2), { title: TITLE });
  }
  if (ending.closing !== void 0) sink.warning(ending.closing, { title: TITLE });
  const written = await write(sink, toOutputs(results, message), summary2(outcomes, results, context));
  const failed = results.some((result) => result.error !== null || result.verdict === "fail");
  if (failed) sink.error(message, { title: `${TITLE}: ${task.operation} failed` });
  else if (results.some((result) => result.verdict === "warn"))
    sink.warning(message, { title: `${TITLE}: warning` });
  return written && !failed;
}
async function reportInputError(sink, error2) {
  await write(sink, toOutputs([], error2.message), errorSummary(error2.message));
  sink.error(error2.message, { title: `${TITLE}: inputs` });
  return false;
}
async function write(sink, outputs, markdown) {
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
    await sink.writeSummary(markdown);
  } catch (error2) {
    sink.warning(`The job summary could not be written: ${reason(error2)}.`, { title: TITLE });
  }
  return written;
}
var reason = (error2) => error2 instanceof Error ? error2.message : String(error2);
function stepMessage(results) {
  const [single2, ...more] = results;
  if (single2 !== void 0 && more.length === 0) return single2.message;
  const lines = (chosen) => chosen.map((result) => `
- ${result.groupId}: ${result.message}`).join("");
  const failed = results.filter((result) => result.error !== null || result.verdict === "fail");
  if (failed.length > 0) return `${failed.length} of ${results.length} projects failed:${lines(failed)}`;
  const warned = results.filter((result) => result.verdict === "warn");
  if (warned.length > 0) return `${warned.length} of ${results.length} projects need a look:${lines(warned)}`;
  return `All ${results.length} projects are done: ${results.filter((result) => result.changed).length} changed.`;
}
var skewText = (skew) => `The runner's clock is ${formatDuration(Math.round(Math.abs(skew) / 1e3) * 1e3)} ${skew > 0 ? "ahead of" : "behind"} Atlas's; Atlas's time is used.`;

// src/report/sink.ts
var MIN_LINE = 8;
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
      const lines = secret.split(/\r?\n/).filter((line) => line.length >= MIN_LINE);
      for (const part of [secret, ...lines])
        if (part !== "" && !secrets.has(part)) {
          secrets.add(part);
          setSecret(part);
        }
      redact = redactor(secrets);
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
      if (env.GITHUB_STEP_SUMMARY) await summary.addRaw(redact(markdown)).write();
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
  const outcomes = await inTurns(
    CONCURRENCY,
    inputs.groupIds,
    (groupId2) => workOn(groupId2, { atlas, deadline, dryRun: inputs.dryRun, log: sink }, inputs)
  );
  const now = atlas.now();
  const closing = await atlas.close();
  return await report(sink, outcomes, inputs, { now, skew: atlas.clockSkew(), closing });
}
async function workOn(groupId2, tools, inputs) {
  const outcome = { groupId: groupId2, changed: false, deferred: false, notices: [], warnings: [] };
  try {
    outcome.done = await operate({ ...tools, outcome }, inputs.task, inputs.maintenanceDuration);
  } catch (error2) {
    outcome.error = error2 instanceof AtlasError ? { code: error2.code, message: error2.message } : {
      code: "INTERNAL",
      message: `A defect of this action: ${error2 instanceof Error ? error2.message : String(error2)}`
    };
  }
  return outcome;
}
function operate(project, task, maintenanceDuration) {
  switch (task.operation) {
    case "get":
      return get(project);
    case "update":
      return update(project, task.wish);
    case "defer":
      return defer(project, task.onNothingScheduled);
    case "autoDefer":
      return autoDefer(project, task.wanted);
    case "reset":
      return reset(project);
    case "gate":
      return gate(project, task, maintenanceDuration);
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
  error(
    `The action stopped on a defect of its own (${cause instanceof Error ? cause.name : typeof cause}).`,
    {
      title: "Atlas maintenance gate"
    }
  );
  leave(1);
};
process.on("uncaughtException", crash).on("unhandledRejection", crash);
function leave(code) {
  process.stdout.write("", () => process.exit(code));
}
run(process.env, cancel.signal).then(
  (succeeded) => leave(
    succeeded && !cancel.signal.aborted ? 0 : typeof process.exitCode === "number" ? process.exitCode : 1
  ),
  crash
);
