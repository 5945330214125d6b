"""What a program asked of the kernel, from strace's log: writes, files opened for writing, sockets.

    log = Trace(path)          # written by strace with the arguments of `tracing`
    log.holding(needles)       # writes that hold one of these byte strings, with where they went
"""
import re

CALLS = ("%file,%network,write,pwrite64,writev,pwritev,pwritev2,sendfile,splice,tee,vmsplice,copy_file_range,"
         "memfd_create,mmap,process_vm_writev,io_uring_setup,mq_open,shmget,pipe,pipe2,eventfd2")
WRITES = {"write", "pwrite64", "writev", "pwritev", "pwritev2", "sendto", "sendmsg", "sendmmsg", "vmsplice",
          "process_vm_writev"}
SOCKETS = {"socket", "socketpair", "connect", "bind", "listen", "sendto", "sendmsg"}
# Data that moves without being seen in a call's arguments, or that outlives the process.
BLIND = {"sendfile", "splice", "tee", "copy_file_range", "memfd_create", "io_uring_setup", "mq_open", "shmget",
         "process_vm_writev"}
HEX = re.compile(r"((?:\\x[0-9a-f]{2})+)")


def tracing(log):
    """Arguments of strace, before the program's own; `--seccomp-bpf` lets all other calls run at full speed."""
    return ["-f", "--seccomp-bpf", "-y", "-xx", "-s", "2000000", "-e", f"trace={CALLS}", "-e", "signal=none",
            "-o", str(log)]


def plain(text):
    """The bytes that strace wrote as \\x.."""
    return bytes.fromhex(text.replace("\\x", ""))


class Call:
    """One system call: its name, its line, and what its strings hold."""

    def __init__(self, name, rest):
        self.name, self.rest = name, rest
        self.strings = [plain(found) for found in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', rest)]

    @property
    def target(self):
        """Where the first descriptor leads."""
        found = re.match(r"(\d+)<((?:\\x[0-9a-f]{2})*|[^>]*)>", self.rest)
        if not found:
            return ""
        name = found.group(2)
        return plain(name).decode(errors="replace") if name.startswith("\\x") else name

    @property
    def descriptor(self):
        found = re.match(r"(\d+)", self.rest)
        return int(found.group(1)) if found else -1

    @property
    def path(self):
        return self.strings[0].decode(errors="replace") if self.strings else ""

    def __repr__(self):
        return f"{self.name}({self.rest[:160]}"


class Trace:
    """Everything in one log, in order; calls that were cut in two by another thread are put together."""

    def __init__(self, *paths):
        self.calls = []
        for path in paths:
            begun = {}
            with open(path, encoding="utf-8", errors="replace") as file:
                for line in file:
                    self.take(line.rstrip("\n"), begun)

    def take(self, line, begun):
        match = re.match(r"(\d+)\s+(.*)", line)
        if not match:
            return
        thread, text = match.groups()
        resumed = re.match(r"<\.\.\. \w+ resumed>(.*)", text)
        if resumed:
            text = begun.pop(thread, "") + resumed.group(1)
        elif text.endswith("<unfinished ...>"):
            begun[thread] = text.removesuffix("<unfinished ...>")
            # What was asked counts also where no answer came, as when the process died of it.
            text = begun[thread]
        call = re.match(r"(\w+)\((.*)", text)
        if call:
            self.calls.append(Call(*call.groups()))

    def named(self, names):
        return [call for call in self.calls if call.name in names]

    def holding(self, needles):
        """Writes that hold one of the byte strings."""
        return [call for call in self.named(WRITES) if any(n in s for s in call.strings for n in needles)]

    def naming(self, needles):
        """Other calls in whose strings (paths, arguments, environment) one of them stands."""
        return [call for call in self.calls
                if call.name not in WRITES and any(n in s for s in call.strings for n in needles)]

    def opened_for_writing(self):
        """Paths of files that were opened to be written, made, or put in another's place."""
        paths = []
        for call in self.calls:
            opens = call.name in ("open", "openat", "openat2") and re.search(
                "O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE", call.rest)
            if opens or call.name in ("creat", "mkdir", "mkdirat", "mknod", "mknodat"):
                paths.append(call.path)
            elif call.name in ("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat"):
                paths += [found.decode(errors="replace") for found in call.strings]
        return paths

    def shared_maps(self):
        """Files that were mapped so that writing to memory writes to them."""
        return [call for call in self.named({"mmap"})
                if "MAP_SHARED" in call.rest and "PROT_WRITE" in call.rest and "MAP_ANONYMOUS" not in call.rest]
