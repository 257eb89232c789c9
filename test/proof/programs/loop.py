# An event loop, with what it needs.
import asyncio

asyncio.run(asyncio.sleep(0))
