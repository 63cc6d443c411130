/* Runs a program and notes which functions it calls, each once, in the order of the first call.

       calls OUT ADDRESSES PROGRAM [ARGUMENT...]

   ADDRESSES has one function a line, in hexadecimal, as it stands in an executable that is not moved when it is loaded.
   A breakpoint on each of them goes away when it is met, so that little is lost of the program's pace. */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

enum { mostFunctions = 1 << 20, breakpoint = 0xCC };

/* A function, and the byte that its breakpoint stands for. */
static struct function {
  uint64_t address;
  uint8_t byte;
  char called;
} functions[mostFunctions];
static size_t count;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int byAddress(const void *a, const void *b) {
  uint64_t first = ((const struct function *)a)->address, second = ((const struct function *)b)->address;
  return (first > second) - (first < second);
}

static void readAddresses(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) fail(path);
  while (count < mostFunctions && fscanf(file, "%lx", &functions[count].address) == 1) count++;
  fclose(file);
  qsort(functions, count, sizeof functions[0], byAddress);
}

static void setBreakpoints(int memory) {
  for (size_t i = 0; i < count; i++) {
    uint8_t byte = breakpoint;
    if (pread(memory, &functions[i].byte, 1, functions[i].address) != 1) fail("reading a function");
    if (pwrite(memory, &byte, 1, functions[i].address) != 1) fail("setting a breakpoint");
  }
}

/* Where a thread has met a breakpoint, takes it away and has the thread go back to it. Another may have met it first. */
static void takeAway(pid_t thread, int memory, FILE *out) {
  struct user_regs_struct registers;
  if (ptrace(PTRACE_GETREGS, thread, NULL, &registers)) return;
  struct function wanted = {.address = registers.rip - 1};
  struct function *met = bsearch(&wanted, functions, count, sizeof wanted, byAddress);
  if (!met) return;
  if (!met->called) {
    met->called = 1;
    pwrite(memory, &met->byte, 1, met->address);
    fprintf(out, "%lx\n", met->address);
  }
  registers.rip = met->address;
  ptrace(PTRACE_SETREGS, thread, NULL, &registers);
}

int main(int argumentCount, char **arguments) {
  if (argumentCount < 4) return 64;
  FILE *out = fopen(arguments[1], "w");
  if (!out) fail(arguments[1]);
  readAddresses(arguments[2]);
  pid_t program = fork();
  if (program == 0) {
    ptrace(PTRACE_TRACEME, 0, NULL, NULL);
    execv(arguments[3], arguments + 3);
    _exit(127);
  }
  int status;
  if (waitpid(program, &status, 0) != program || !WIFSTOPPED(status)) fail("starting the program");
  ptrace(PTRACE_SETOPTIONS, program, NULL, PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL);
  char path[32];
  snprintf(path, sizeof path, "/proc/%d/mem", program);
  int memory = open(path, O_RDWR | O_CLOEXEC);
  if (memory < 0) fail(path);
  setBreakpoints(memory);
  for (pid_t thread = program; thread > 0; thread = waitpid(-1, &status, __WALL)) {
    if (!WIFSTOPPED(status)) continue;
    int signal = WSTOPSIG(status);
    if (signal == SIGTRAP) takeAway(thread, memory, out);
    // Threads stop when they begin, for whoever traces them.
    ptrace(PTRACE_CONT, thread, NULL, signal == SIGTRAP || signal == SIGSTOP ? 0 : signal);
  }
  fclose(out);
  return 0;
}
