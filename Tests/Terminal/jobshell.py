"""A shell's job control and nothing else: runs one program and says how it left the terminal.

    jobshell.py COMMAND [ARG …]

Prints `PID n`; `STOPPED restored|changed` when the program stops, then waits for a line and continues it;
`EXITED status restored|changed` at the end. *restored* means that tcgetattr answers as before.
"""
import os
import signal
import sys
import termios


def state():
    return termios.tcgetattr(0)


def verdict(before):
    return "restored" if state() == before else "changed"


def foreground(group):
    os.tcsetpgrp(0, group)


def main():
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    before = state()
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        foreground(os.getpid())
        for number in (signal.SIGTTOU, signal.SIGTSTP, signal.SIGINT, signal.SIGQUIT):
            signal.signal(number, signal.SIG_DFL)
        os.execvp(sys.argv[1], sys.argv[1:])
    try:
        os.setpgid(child, child)
    except OSError:
        pass  # the child was faster
    print(f"PID {child}", flush=True)
    while True:
        _, status = os.waitpid(child, os.WUNTRACED)
        foreground(os.getpgrp())
        if not os.WIFSTOPPED(status):
            break
        modes = state()
        print(f"\r\nSTOPPED {'restored' if modes == before else 'changed'}", flush=True)
        termios.tcsetattr(0, termios.TCSADRAIN, before)
        sys.stdin.readline()
        foreground(child)
        os.kill(-child, signal.SIGCONT)
    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status)
    print(f"\r\nEXITED {code} {verdict(before)}", flush=True)


main()
