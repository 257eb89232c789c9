/*
 * The other side of the connections that Node cases make: a server that greets everybody, and one of web pages. Prints
 * their ports; ends with its standard input.
 */
'use strict';
const greeting = require('net').createServer((socket) => socket.on('error', () => {}).end('hi'));
const pages = require('http').createServer((request, response) => response.end('x'));
greeting.listen(0, '127.0.0.1', () => {
	pages.listen(0, '127.0.0.1', () => {
		process.stdout.write(`${greeting.address().port} ${pages.address().port}\n`);
	});
});
process.stdin.on('end', () => process.exit()).resume();
