#define _GNU_SOURCE
#include "CSystemLock.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#define ARCHITECTURE 0
#endif

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define IF_NOT(test, value, skip) BPF_JUMP(BPF_JMP | test | BPF_K, value, 0, skip)
#define ANSWER(what) BPF_STMT(BPF_RET | BPF_K, what)
#define REFUSED (SECCOMP_RET_ERRNO | EPERM)
#define NONE_OF(call) IF_NOT(BPF_JEQ, __NR_##call, 1), ANSWER(REFUSED)
/* A call with flags in its n-th argument: without any of these. */
#define WITHOUT(flags, call, n) \
  IF_NOT(BPF_JEQ, __NR_##call, 4), LOAD(args[n]), IF_NOT(BPF_JSET, flags, 1), ANSWER(REFUSED), ANSWER(SECCOMP_RET_ALLOW)
#define READING(call, n) WITHOUT(O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND, call, n)

static struct sock_filter rules[] = {
  LOAD(arch), IF_NOT(BPF_JEQ, ARCHITECTURE, 1), BPF_STMT(BPF_JMP | BPF_JA, 1), ANSWER(REFUSED), LOAD(nr),
#ifdef __x86_64__
  /* The same calls by other numbers. */
  IF_NOT(BPF_JGE, 0x40000000, 1), ANSWER(REFUSED),
  NONE_OF(fork), NONE_OF(vfork), NONE_OF(creat), NONE_OF(mkdir), NONE_OF(rmdir), NONE_OF(unlink), NONE_OF(rename),
  NONE_OF(link), NONE_OF(symlink), NONE_OF(mknod), NONE_OF(chmod), NONE_OF(chown), NONE_OF(lchown), READING(open, 1),
#endif
  NONE_OF(execve), NONE_OF(execveat), NONE_OF(ptrace), NONE_OF(openat2), NONE_OF(mkdirat), NONE_OF(unlinkat),
  NONE_OF(renameat2), NONE_OF(linkat), NONE_OF(symlinkat), NONE_OF(mknodat), NONE_OF(fchmod), NONE_OF(fchmodat),
  NONE_OF(fchown), NONE_OF(fchownat), NONE_OF(truncate), NONE_OF(ftruncate), NONE_OF(utimensat), NONE_OF(setxattr),
  NONE_OF(mount), NONE_OF(socket), NONE_OF(socketpair), NONE_OF(io_uring_setup), NONE_OF(fallocate),
  NONE_OF(lsetxattr), NONE_OF(fsetxattr), NONE_OF(removexattr), NONE_OF(lremovexattr), NONE_OF(fremovexattr),
  NONE_OF(process_vm_writev), NONE_OF(personality), NONE_OF(shmat),
#ifdef __x86_64__
  NONE_OF(utime), NONE_OF(utimes), NONE_OF(futimesat),
#endif
#ifdef __NR_fchmodat2
  NONE_OF(fchmodat2),
#endif
#ifdef __NR_setxattrat
  NONE_OF(setxattrat), NONE_OF(removexattrat),
#endif
#ifdef __NR_pidfd_getfd
  NONE_OF(pidfd_getfd),
#endif
#ifdef __NR_renameat
  NONE_OF(renameat),
#endif
  WITHOUT(PROT_EXEC, mmap, 2), WITHOUT(PROT_EXEC, mprotect, 2), WITHOUT(PROT_EXEC, pkey_mprotect, 2), READING(openat, 2),
  ANSWER(SECCOMP_RET_ALLOW),
};

static void renounce_signals(void) {
  static const int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS, SIGABRT};
  /* The Swift runtime's handler starts a program that its environment names. */
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) signal(faults[i], SIG_DFL);
  signal(SIGTSTP, SIG_IGN);
}

int csystem_lock(void) {
  renounce_signals();
  const struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  /* A limit does not keep a core from a program that the system pipes it into. */
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == -1) return -1;
  if (ARCHITECTURE == 0) {
    errno = ENOSYS;
    return -1;
  }
  const struct sock_fprog program = {.len = sizeof rules / sizeof *rules, .filter = rules};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}
