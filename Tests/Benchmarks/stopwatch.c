/* Runs a program to its end and prints how long that took and how much memory it held at most.
 *
 *   cc -O2 stopwatch.c -o stopwatch           ./stopwatch OUTPUT PROGRAM [ARGUMENT...]
 *
 * The program's standard output goes to the file OUTPUT. Printed are three numbers: nanoseconds from the fork to the
 * end, peak resident kilobytes, wait status. A program of its own, because the kernel's figure for the peak begins
 * with that of the process that forked: a small one must not be started by a large interpreter.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int argc, char **argv) {
  if (argc < 3) return 64;
  int output = open(argv[1], O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (output < 0) return 73;
  long long begin = now();
  pid_t child = fork();
  if (child < 0) return 71;
  if (child == 0) {
    dup2(output, STDOUT_FILENO);
    close(output);
    execvp(argv[2], argv + 2);
    _exit(127);
  }
  int status;
  struct rusage usage;
  if (wait4(child, &status, 0, &usage) < 0) return 71;
  printf("%lld %ld %d\n", now() - begin, usage.ru_maxrss, status);
  return 0;
}
