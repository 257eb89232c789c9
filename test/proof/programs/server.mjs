// A server and a request to it.
import { createServer, get } from 'node:http';

const server = createServer((_, response) => response.end('proof'));
server.listen(0, '127.0.0.1', () => {
	get({ port: server.address().port, host: '127.0.0.1' }, (response) => {
		response.resume();
		response.on('end', () => {
			server.closeAllConnections();
			server.close();
		});
	});
});
