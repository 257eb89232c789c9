# The event loop.

asyncio.run(asyncio.sleep(0))                           #: of asyncio.run
asyncio.run(asyncio.sleep(0.001))                       #: of asyncio.sleep
asyncio.new_event_loop()                                #:
asyncio.run(asyncio.to_thread(int))                     #: of asyncio.to_thread
asyncio.PidfdChildWatcher()                             #:

async def run():
    process = await asyncio.create_subprocess_exec("true")
    return await process.wait()
asyncio.run(run())                                      #: of asyncio.create_subprocess_exec, r == 0

async def run():
    process = await asyncio.create_subprocess_shell("true")
    return await process.wait()
asyncio.run(run())                                      #: of asyncio.create_subprocess_shell, r == 0

async def run():
    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)
    server.close()
asyncio.run(run())                                      #: of asyncio.start_server

server = listening()
port = server.getsockname()[1]
async def run():
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()
asyncio.run(run())                                      #: of asyncio.open_connection

file()
server = listening()
port = server.getsockname()[1]
async def run():
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await asyncio.get_running_loop().sendfile(writer.transport, open("f", "rb"))
    writer.close()
asyncio.run(run())                                      #: of asyncio.loop.sendfile

async def run():
    asyncio.get_running_loop().add_signal_handler(10, int)
asyncio.run(run())                                      #: of asyncio.loop.add_signal_handler
