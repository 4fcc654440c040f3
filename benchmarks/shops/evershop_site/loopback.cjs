// Keeps the shop on this machine: a server that names no address would listen to the whole network.
const { Server } = require("node:net");

const listen = Server.prototype.listen;
Server.prototype.listen = function (port, ...rest) {
  const homeless = typeof port === "number" && typeof rest[0] !== "string";
  return homeless ? listen.call(this, port, "127.0.0.1", ...rest) : listen.call(this, port, ...rest);
};
