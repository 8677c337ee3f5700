# SPDX-License-Identifier: GPL-3.0-or-later
"""Never a third state: whatever happens to the program while it writes a file, afterwards the old file is there or the
new one, byte for byte, and its exit status tells which. Called with the paths of the program and of the library that
makes calls of the system fail (support/write_fault.cpp), and with a kind of output. A short run tries some calls and
targets of each kind, every fault at least once; QUOTELINE_FAULT_SEED chooses others. How saving meets faults on other
kinds of file systems is the matter of safe_file_fault_test.cpp."""
import contextlib
import errno
import os
import pathlib
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import unittest

from length import SHORT, by_length

PROGRAM, INJECTOR, KIND = sys.argv[1:4]
del sys.argv[1:4]
# Every kind of output, with the options that make it quick.
FEW = ["--evidence", "--range", "2026-02-06"]
KINDS = {".png": [*FEW, "--size", "800x200", "--scale", "0.5"], ".svg": FEW, ".pdf": FEW,
         ".json": [], ".csv": [], ".ics": [], ".timelinejs.json": [], ".md": []}
OPTIONS = KINDS[KIND]
SEED = os.environ.get("QUOTELINE_FAULT_SEED", "1") + KIND
DONE, FAILED = 0, 2
OLD = b"the old file\n" * 3000
KILL = -1  # for the injector, in the place of an error


def run(path, env=None, **more):
    return subprocess.run([PROGRAM, "--export", path, *OPTIONS], env=env or {}, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, **more)


class OutputFaults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("seed:", SEED, flush=True)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / ("first" + KIND)
            result = run(path)
            assert result.returncode == DONE, result.stderr
            cls.new = path.read_bytes()

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.mark = self.folder / "mark"
        self.place = self.folder / "place"
        self.place.mkdir()
        self.path = self.place / ("out" + KIND)

    def fault(self, call, number, error, chunk):
        self.mark.unlink(missing_ok=True)
        return {"LD_PRELOAD": INJECTOR, "FAULT_CALL": call, "FAULT_NTH": str(number), "FAULT_ERROR": str(error),
                "FAULT_CHUNK": str(chunk), "FAULT_MARK": str(self.mark)}

    def expect_old_or_new(self, status, messages=None):
        """A program that was killed cannot clean up: between the two calls that put a finished file in place it has a
        name of its own. Unfinished ones have none where the file system knows such files."""
        path = self.path
        found = path.read_bytes()
        others = [other for other in self.place.iterdir() if other != path]
        if status < 0:
            self.assertIn(found, (OLD, self.new), "a third file")
            self.assertLessEqual(len(others), 1)
            for other in others:
                self.assertRegex(other.name, re.escape(path.name) + r"\.\w{6}\Z")
                if self.nameless_files():
                    self.assertEqual(other.read_bytes(), self.new)
                other.unlink()
            return
        self.assertEqual(others, [])
        if status == DONE:
            self.assertEqual(found, self.new, "done, but it is not the new file")
            return
        self.assertEqual(found, OLD, "failed, but it is not the old file")
        self.expect_sentence(status, messages, path)

    def expect_sentence(self, status, messages, path, reason=""):
        self.assertEqual(status, FAILED, messages)
        self.assertRegex(messages.decode(), rf"\Aquoteline: “{re.escape(str(path))}” was not saved: .*{reason}.*\.\n\Z")

    def nameless_files(self):
        with contextlib.suppress(OSError):
            os.close(os.open(self.place, os.O_TMPFILE | os.O_RDWR))
            return True
        return False

    def test_it_may_be_killed_at_any_moment(self):
        times = []
        for _ in range(3 if SHORT else 5):
            begin = time.monotonic()
            self.assertEqual(run(self.path).returncode, DONE)
            times.append(time.monotonic() - begin)
        moments = random.Random(SEED)
        killed = 0
        for _ in range(by_length("kills", 4, 40, 200)):
            self.path.write_bytes(OLD)
            with subprocess.Popen([PROGRAM, "--export", self.path, *OPTIONS], env={}, stdin=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL) as process:
                time.sleep(moments.uniform(0, 1.1 * statistics.median(times)))
                process.kill()
            killed += process.returncode < 0
            self.expect_old_or_new(process.returncode)
        self.assertGreater(killed, 0)

    def fail_each(self, call, error, expected):
        """Makes the first call fail, then the second, and so on until a run meets no such call; in a short run only the
        first and one of the others. `expected`: of how many, at least, a failure must come out."""
        chunk = len(self.new) // 5 + 1
        failures = 0
        numbers = range(1, 40)
        if SHORT:
            numbers = sorted({1, random.Random(SEED + call).randint(1, expected)}) if expected else [1]
            expected = len(numbers) if expected else 0
        for number in numbers:
            self.path.write_bytes(OLD)
            result = run(self.path, env=self.fault(call, number, error, chunk))
            with self.subTest(call=call, number=number):
                self.expect_old_or_new(result.returncode, result.stderr)
            failures += result.returncode != DONE
            if not self.mark.exists():
                self.assertEqual(result.returncode, DONE)
                break
        if not SHORT:
            self.assertGreater(number, 1, "no such call was met")
        self.assertEqual(self.mark.exists(), SHORT, "no such call was met" if SHORT else "there is no end")
        self.assertGreaterEqual(failures, expected)

    def test_every_write_may_fail(self):
        self.fail_each("write", errno.ENOSPC, expected=5)

    def test_every_write_may_come_back_short(self):
        self.fail_each("write", 0, expected=0)  # the rest is written by the next one

    def test_every_sync_may_fail(self):
        self.fail_each("sync", errno.EIO, expected=1)  # only before the new file is in place

    def test_every_move_may_fail(self):
        self.fail_each("move", errno.EIO, expected=1)

    def test_the_temporary_file_may_not_come_up(self):
        self.fail_each("create", errno.EACCES, expected=1)

    def test_it_may_be_killed_at_every_call(self):
        for call, least in (("write", 5), ("sync", 1), ("move", 1), ("create", 1)):
            self.fail_each(call, KILL, expected=least)

    def test_a_file_may_be_larger_than_the_limit(self):
        size = len(self.new)
        for limit in (0, size - 1, size) if SHORT else (0, 1, size // 2, size - 1, size):
            self.path.write_bytes(OLD)
            result = run(self.path, restore_signals=False,  # Python ignores SIGXFSZ
                         preexec_fn=lambda most=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
            self.assertEqual(result.returncode, DONE if limit >= size else FAILED)
            self.expect_old_or_new(result.returncode, result.stderr)

    def test_the_disk_may_be_full(self):
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m,nosuid,nodev", "none", self.place], check=False,
                          stderr=subprocess.DEVNULL).returncode != 0:
            print("\nSKIPPED: no small file system could be mounted here, which needs root", flush=True)
            self.skipTest("needs root")
        self.addCleanup(subprocess.run, ["umount", "-l", self.place], check=True)
        self.path.write_bytes(OLD)
        filler = self.place / "filler"
        page = 4096
        needed = -(-len(self.new) // page)
        filler.write_bytes(bytes(shutil.disk_usage(self.place).free - (needed - 1) * page))
        result = run(self.path)
        filler.unlink()
        self.expect_sentence(result.returncode, result.stderr, self.path, "make room")
        self.expect_old_or_new(result.returncode, result.stderr)
        self.assertEqual(run(self.path).returncode, DONE)
        self.expect_old_or_new(DONE)

    def test_a_link_to_a_file_stays_and_the_file_is_replaced(self):
        far = self.place / "far"
        far.write_bytes(OLD)
        near = self.place / "near"
        near.symlink_to("far")
        self.path.symlink_to(near)
        self.assertEqual(run(self.path).returncode, DONE)
        self.assertEqual(os.readlink(self.path), str(near))
        self.assertEqual(os.readlink(near), "far")
        self.assertEqual(far.read_bytes(), self.new)
        self.assertFalse(far.is_symlink())
        self.assertEqual(len(list(self.place.iterdir())), 3)

    def test_what_is_no_file_is_refused_and_stays(self):
        pipe = self.place / "pipe"
        os.mkfifo(pipe)
        targets = [("nowhere", "link"), (self.path.name, "link"), ("/dev/full", "device"), ("/dev/null", "device"),
                   (pipe, "pipe"), (self.folder, "folder"), (None, "pipe")]
        if SHORT:  # another one for each kind
            targets = [targets[list(KINDS).index(KIND) % len(targets)]]
        for target, reason in targets:
            if target is None:
                os.mkfifo(self.path)
            else:
                self.path.symlink_to(target)
            before = self.place_is()
            result = run(self.path, timeout=60)
            self.expect_sentence(result.returncode, result.stderr, self.path, reason)
            self.assertEqual(self.place_is(), before)
            self.path.unlink()

    def place_is(self):
        return {path: os.readlink(path) if path.is_symlink() else path.stat().st_mode for path in self.place.iterdir()}


if __name__ == "__main__":
    unittest.main()
