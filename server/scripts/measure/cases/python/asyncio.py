# The event loop, and what runs in one.

asyncio.run(asyncio.sleep(0))                           #: of asyncio.run
asyncio.new_event_loop()                                #:
asyncio.PidfdChildWatcher()                             #:

loop = asyncio.new_event_loop()
loop.run_until_complete(asyncio.sleep(0.001))           #: of asyncio.sleep
loop.run_until_complete(asyncio.to_thread(int))         #: of asyncio.to_thread
loop.run_until_complete(asyncio.start_server(print, "127.0.0.1", 0)) #: of asyncio.start_server

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
async def run():
    process = await asyncio.create_subprocess_exec("sleep", "0.05")
    return await process.wait()
async def run_shell():
    process = await asyncio.create_subprocess_shell("exec sleep 0.05")
    return await process.wait()
loop.run_until_complete(run())                          #: of asyncio.create_subprocess_exec, r == 0
loop.run_until_complete(run_shell())                    #: of asyncio.create_subprocess_shell, r == 0

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
server = listening()
port = server.getsockname()[1]
loop.run_until_complete(asyncio.open_connection("127.0.0.1", port)) #: of asyncio.open_connection

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.add_signal_handler(10, int)                        #: of asyncio.loop.add_signal_handler
