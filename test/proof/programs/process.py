# A process of the standard library.
import multiprocessing

if __name__ == "__main__":
    process = multiprocessing.get_context("fork").Process(target=print)
    process.start()
    process.join()
    assert process.exitcode == 0
