// A clock that jumps: loaded before a program (LD_PRELOAD), it adds to the time the seconds that the file $CLOCK_SHIFT holds at that moment.
// libfaketime does more, but a Swift program loses its arguments under it.
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

time_t time(time_t *result) {
    char text[32] = {0};
    struct timespec now;
    int file = open(getenv("CLOCK_SHIFT"), O_RDONLY);
    if (file >= 0) {
        ssize_t length = read(file, text, sizeof text - 1);
        if (length < 0) text[0] = 0;
        close(file);
    }
    clock_gettime(CLOCK_REALTIME, &now);
    time_t shifted = now.tv_sec + atol(text);
    if (result) *result = shifted;
    return shifted;
}
