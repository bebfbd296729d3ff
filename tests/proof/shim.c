/* LD_PRELOAD witness of everything a process does to the files below the watched folders (Linux, 64 bit).
 *
 * It writes every change to a log in the order the kernel saw it (one mutex in the process, one flock between
 * processes, both held over call and log record), counts the calls that can fail, and on demand lets the k-th
 * of them fail, write only half, or kills the process just before it.
 *
 * Environment, read once: PROOF_WATCH folders (':' between), PROOF_LOG file, PROOF_FAIL "k:errno[:flags]",
 * PROOF_KILL k, PROOF_COUNT file that gets "calls syncs" at a regular exit. The same by function: proof_*.
 *
 * The real calls are raw system calls, so nothing here can call itself. Not seen: stdio writes (an fopen for
 * writing is logged as opaque), shared writable mappings (opaque, but for *-shm, which holds no state), io_uring.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/fs.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#ifndef __LP64__
#error "the proof shim is written for 64-bit Linux"
#endif
#define API __attribute__((visibility("default")))
#define ALIAS(of) __attribute__((alias(#of), visibility("default")))
#define MOST_ROOTS 8
#define MOST_PARTS 1000
#define LOG_FAILED 97

enum op { CREATE = 1, WRITE, TRUNCATE, SYNC, RENAME, UNLINK, MKDIR, LINK, SYMLINK, ACK, OPAQUE };
enum where { OUTSIDE, STATE, MARKER };
enum kind { TAKES_SPACE = 1, IS_SYNC = 2, HAS_DATA = 4 };
enum arming { STICKY = 1, SHORT_FIRST = 2 };

struct head {
    uint32_t magic;
    uint8_t op, unused;
    uint16_t path_size, other_size, unused2;
    uint32_t pid;
    int64_t offset;
    uint64_t data_size;
};

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static char roots[MOST_ROOTS][PATH_MAX];
static size_t root_sizes[MOST_ROOTS];
static int root_count;
static char log_path[PATH_MAX];
static int log_fd = -1;
static pid_t log_owner;
static long calls, syncs, fail_at, kill_at;
static int fail_errno, fail_flags, halve;
static char hit[PATH_MAX + 64];

/* ---- where a path or descriptor lies ---- */

static enum where place(const char *path) {
    for (int i = 0; i < root_count; i++) {
        size_t size = root_sizes[i];
        if (strncmp(path, roots[i], size) == 0 && (path[size] == '/' || path[size] == 0)) {
            const char *name = strrchr(path, '/');
            return name && strcmp(name, "/PROOF_ACK") == 0 ? MARKER : STATE;
        }
    }
    return OUTSIDE;
}

static int fd_path(int fd, char *out) {
    char link[40];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = syscall(SYS_readlinkat, AT_FDCWD, link, out, PATH_MAX - 1);
    if (size <= 0 || out[0] != '/') return 0;
    out[size] = 0;
    static const char gone[] = " (deleted)";
    return !(size > 10 && strcmp(out + size - 10, gone) == 0);
}

static enum where place_fd(int fd, char *out) {
    int before = errno;
    enum where found = root_count && fd >= 0 && fd_path(fd, out) ? place(out) : OUTSIDE;
    errno = before;
    return found;
}

/* Absolute path of (dirfd, path); the last part is followed through links only when asked. */
static void absolute(int dirfd, const char *path, int follow, char *out) {
    char whole[2 * PATH_MAX], parent[PATH_MAX];
    if (path[0] == '/') snprintf(whole, sizeof whole, "%s", path);
    else {
        if (dirfd == AT_FDCWD ? !getcwd(parent, sizeof parent) : !fd_path(dirfd, parent)) parent[0] = 0;
        snprintf(whole, sizeof whole, "%s/%s", parent, path);
    }
    if (follow && realpath(whole, out)) return;
    size_t size = strlen(whole);
    while (size > 1 && whole[size - 1] == '/') whole[--size] = 0;
    char *cut = strrchr(whole, '/');
    const char *base = cut ? cut + 1 : whole;
    if (cut) *cut = 0;
    if (!cut || !realpath(whole[0] ? whole : "/", parent)) snprintf(parent, sizeof parent, "%s", cut ? whole : "");
    snprintf(out, PATH_MAX, "%.*s/%.*s", PATH_MAX - 300, strcmp(parent, "/") ? parent : "", 255, base);
}

static enum where locate(int dirfd, const char *path, int follow, char *out) {
    if (!root_count || !path) return OUTSIDE;
    int before = errno;
    absolute(dirfd, path, follow, out);
    errno = before;
    return place(out);
}

/* ---- the log ---- */

static void lock(void) {
    pthread_mutex_lock(&gate);
    int before = errno;
    if (log_path[0] && log_owner != getpid()) {
        /* a forked child needs its own open file, else parent and child hold the same flock */
        int fd = syscall(SYS_openat, AT_FDCWD, log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        log_fd = fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, 400);
        if (fd >= 0) syscall(SYS_close, fd);
        log_owner = getpid();
    }
    if (log_fd >= 0) syscall(SYS_flock, log_fd, LOCK_EX);
    errno = before;
}

static void unlock(void) {
    int before = errno;
    if (log_fd >= 0) syscall(SYS_flock, log_fd, LOCK_UN);
    pthread_mutex_unlock(&gate);
    errno = before;
}

static void log_broken(void) {
    static const char text[] = "proof: the log cannot be written, so nothing can be proved\n";
    syscall(SYS_write, 2, text, sizeof text - 1);
    syscall(SYS_exit_group, LOG_FAILED);
}

static void emit(enum op op, const char *path, const char *other, int64_t offset, const struct iovec *data, int parts,
                 size_t size) {
    if (!log_path[0]) return;
    if (log_fd < 0) log_broken();
    struct head head = {0x464F5250, op, 0, strlen(path), strlen(other), 0, getpid(), offset, size};
    struct iovec out[MOST_PARTS + 3] = {
        {&head, sizeof head}, {(void *)path, head.path_size}, {(void *)other, head.other_size}};
    int filled = 3;
    for (size_t left = size; left && filled < parts + 3; filled++) {
        size_t part = data[filled - 3].iov_len < left ? data[filled - 3].iov_len : left;
        out[filled] = (struct iovec){data[filled - 3].iov_base, part};
        left -= part;
    }
    ssize_t whole = sizeof head + head.path_size + head.other_size + size;
    if (syscall(SYS_writev, log_fd, out, filled) != whole) log_broken();
}

static void note(enum op op, const char *path, const char *other, int64_t offset) {
    int before = errno;
    emit(op, path, other, offset, NULL, 0, 0);
    errno = before;
}

/* ---- counting, failing, killing ---- */

static int refused(const char *call, const char *path, int kind) {
    calls++;
    halve = 0;
    if (kind & IS_SYNC) syncs++;
    if (kill_at && calls == kill_at) {
        syscall(SYS_kill, getpid(), SIGKILL);
        for (;;) syscall(SYS_sched_yield);
    }
    if (!fail_at || calls < fail_at) return 0;
    if (calls > fail_at) {
        if (!(fail_flags & STICKY)) return 0;
        if (fail_errno == ENOSPC && !(kind & TAKES_SPACE)) return 0; /* a full disk still lets one delete and sync */
    } else {
        snprintf(hit, sizeof hit, "%s %s", call, path);
        if ((fail_flags & SHORT_FIRST) && (kind & HAS_DATA)) {
            fail_flags &= ~SHORT_FIRST;
            fail_at++;
            halve = 1;
            return 0;
        }
    }
    errno = fail_errno;
    return 1;
}

static void set_roots(const char *folders) {
    root_count = 0;
    char copy[MOST_ROOTS * PATH_MAX];
    snprintf(copy, sizeof copy, "%s", folders ? folders : "");
    for (char *rest = copy, *one; (one = strsep(&rest, ":")) && root_count < MOST_ROOTS;) {
        if (!*one) continue;
        absolute(AT_FDCWD, one, 1, roots[root_count]);
        root_sizes[root_count] = strlen(roots[root_count]);
        root_count++;
    }
}

API void proof_watch(const char *folders) {
    pthread_mutex_lock(&gate);
    set_roots(folders);
    pthread_mutex_unlock(&gate);
}

API void proof_log(const char *path) {
    pthread_mutex_lock(&gate);
    if (log_fd >= 0) syscall(SYS_close, log_fd);
    log_fd = -1;
    log_owner = 0;
    snprintf(log_path, sizeof log_path, "%s", path ? path : "");
    pthread_mutex_unlock(&gate);
}

/* Starts counting at zero; from then on call number k fails with errno (k 0: none does). */
API void proof_arm(long k, int error, int flags) {
    pthread_mutex_lock(&gate);
    calls = syncs = kill_at = 0;
    hit[0] = 0;
    fail_at = k;
    fail_errno = error;
    fail_flags = flags;
    pthread_mutex_unlock(&gate);
}

/* Starts counting at zero; SIGKILL comes just before call number k. */
API void proof_arm_kill(long k) {
    proof_arm(0, 0, 0);
    kill_at = k;
}

API long proof_count(void) { return calls; }
API long proof_syncs(void) { return syncs; }
API const char *proof_hit(void) { return hit; }

__attribute__((constructor)) static void begin(void) {
    const char *text;
    if ((text = getenv("PROOF_WATCH"))) set_roots(text);
    if ((text = getenv("PROOF_LOG"))) snprintf(log_path, sizeof log_path, "%s", text);
    if ((text = getenv("PROOF_KILL"))) kill_at = atol(text);
    if ((text = getenv("PROOF_FAIL"))) sscanf(text, "%ld:%d:%d", &fail_at, &fail_errno, &fail_flags);
}

__attribute__((destructor)) static void end(void) {
    const char *path = getenv("PROOF_COUNT");
    char text[48];
    if (!path) return;
    int fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    int size = snprintf(text, sizeof text, "%ld %ld\n", calls, syncs);
    syscall(SYS_write, fd, text, size);
    syscall(SYS_close, fd);
}

/* ---- opening ---- */

static int do_open(int dirfd, const char *path, int flags, mode_t mode) {
    char full[PATH_MAX];
    int temporary = (flags & O_TMPFILE) == O_TMPFILE;
    int writes = (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) || temporary;
    if (!writes || locate(dirfd, path, 1, full) != STATE) return syscall(SYS_openat, dirfd, path, flags, mode);
    if (temporary) { /* files without a name cannot be followed; callers fall back to named ones */
        errno = EOPNOTSUPP;
        return -1;
    }
    lock();
    int before = errno, existed = syscall(SYS_faccessat, AT_FDCWD, full, F_OK) == 0, fd = -1;
    errno = before;
    if (!refused("open", full, existed ? 0 : TAKES_SPACE)) fd = syscall(SYS_openat, dirfd, path, flags, mode);
    if (fd >= 0 && !existed) note(CREATE, full, "", 0);
    else if (fd >= 0 && (flags & O_TRUNC)) note(TRUNCATE, full, "", 0);
    unlock();
    return fd;
}

#define MODE(last)                                                     \
    mode_t mode = 0;                                                   \
    if ((flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE) {       \
        va_list more;                                                  \
        va_start(more, last);                                          \
        mode = va_arg(more, mode_t);                                   \
        va_end(more);                                                  \
    }

API int open(const char *path, int flags, ...) { MODE(flags) return do_open(AT_FDCWD, path, flags, mode); }
API int open64(const char *path, int flags, ...) { MODE(flags) return do_open(AT_FDCWD, path, flags, mode); }
API int openat(int dirfd, const char *path, int flags, ...) { MODE(flags) return do_open(dirfd, path, flags, mode); }
API int openat64(int dirfd, const char *path, int flags, ...) { MODE(flags) return do_open(dirfd, path, flags, mode); }
API int __open_2(const char *path, int flags) { return do_open(AT_FDCWD, path, flags, 0); }
API int __openat_2(int dirfd, const char *path, int flags) { return do_open(dirfd, path, flags, 0); }
API int __open64_2(const char *path, int flags) ALIAS(__open_2);
API int __openat64_2(int dirfd, const char *path, int flags) ALIAS(__openat_2);
API int creat(const char *path, mode_t mode) { return do_open(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
API int creat64(const char *path, mode_t mode) ALIAS(creat);

static FILE *do_fopen(const char *real, const char *path, const char *mode) {
    char full[PATH_MAX];
    if (strpbrk(mode, "wa+") && locate(AT_FDCWD, path, 1, full) == STATE) {
        lock();
        note(OPAQUE, full, "fopen", 0);
        unlock();
    }
    FILE *(*next)(const char *, const char *) = (FILE * (*)(const char *, const char *)) dlsym(RTLD_NEXT, real);
    return next(path, mode);
}
API FILE *fopen(const char *path, const char *mode) { return do_fopen("fopen", path, mode); }
API FILE *fopen64(const char *path, const char *mode) { return do_fopen("fopen64", path, mode); }

/* ---- writing ---- */

static ssize_t raw_write(int fd, const struct iovec *parts, int count, off_t offset) {
    return offset < 0 ? syscall(SYS_writev, fd, parts, count) : syscall(SYS_pwritev, fd, parts, count, offset, 0L);
}

/* offset -1: at the descriptor's position */
static ssize_t do_write(const char *call, int fd, const struct iovec *parts, int count, off_t offset) {
    char path[PATH_MAX];
    enum where where = place_fd(fd, path);
    if (where == OUTSIDE) return raw_write(fd, parts, count, offset);
    lock();
    struct iovec half = parts[0];
    ssize_t done = -1;
    if (where == MARKER || !refused(call, path, TAKES_SPACE | HAS_DATA)) {
        if (count > MOST_PARTS) count = MOST_PARTS;
        if (where == STATE && halve) half.iov_len /= 2;
        done = raw_write(fd, where == STATE && halve ? &half : parts, where == STATE && halve ? 1 : count, offset);
    }
    if (done > 0) {
        int before = errno;
        if (offset < 0) offset = syscall(SYS_lseek, fd, 0L, SEEK_CUR) - done;
        else if (fcntl(fd, F_GETFL) & O_APPEND) offset = syscall(SYS_lseek, fd, 0L, SEEK_END) - done;
        emit(where == MARKER ? ACK : WRITE, path, "", offset, parts, count, done);
        errno = before;
    }
    unlock();
    return done;
}

API ssize_t write(int fd, const void *data, size_t size) {
    struct iovec one = {(void *)data, size};
    return do_write("write", fd, &one, 1, -1);
}
API ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) {
    struct iovec one = {(void *)data, size};
    if (offset < 0) return syscall(SYS_pwrite64, fd, data, size, offset);
    return do_write("pwrite", fd, &one, 1, offset);
}
API ssize_t pwrite64(int fd, const void *data, size_t size, off_t offset) ALIAS(pwrite);
API ssize_t writev(int fd, const struct iovec *parts, int count) { return do_write("writev", fd, parts, count, -1); }
API ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
    return do_write("pwritev", fd, parts, count, offset);
}
API ssize_t pwritev64(int fd, const struct iovec *parts, int count, off_t offset) ALIAS(pwritev);
API ssize_t pwritev2(int fd, const struct iovec *parts, int count, off_t offset, int flags) {
    char path[PATH_MAX];
    if (place_fd(fd, path) != OUTSIDE) return do_write("pwritev", fd, parts, count, offset);
    return syscall(SYS_pwritev2, fd, parts, count, offset, 0L, flags);
}
API ssize_t pwritev64v2(int fd, const struct iovec *parts, int count, off_t offset, int flags) ALIAS(pwritev2);

/* Copies inside the kernel would bypass the log: refused, so that callers fall back to read and write. */
#define NO_COPY(fd, error)                      \
    char path[PATH_MAX];                        \
    if (place_fd(fd, path) != OUTSIDE) {        \
        errno = error;                          \
        return -1;                              \
    }
API ssize_t sendfile(int out, int in, off_t *offset, size_t size) {
    NO_COPY(out, EINVAL)
    return syscall(SYS_sendfile, out, in, offset, size);
}
API ssize_t sendfile64(int out, int in, off_t *offset, size_t size) ALIAS(sendfile);
API ssize_t copy_file_range(int in, off_t *in_offset, int out, off_t *out_offset, size_t size, unsigned flags) {
    NO_COPY(out, ENOSYS)
    return syscall(SYS_copy_file_range, in, in_offset, out, out_offset, size, flags);
}
API ssize_t splice(int in, off_t *in_offset, int out, off_t *out_offset, size_t size, unsigned flags) {
    NO_COPY(out, EINVAL)
    return syscall(SYS_splice, in, in_offset, out, out_offset, size, flags);
}
API int ioctl(int fd, unsigned long request, ...) {
    va_list more;
    va_start(more, request);
    void *argument = va_arg(more, void *);
    va_end(more);
    if (request == FICLONE || request == FICLONERANGE) {
        NO_COPY(fd, EOPNOTSUPP)
    }
    return syscall(SYS_ioctl, fd, request, argument);
}

API void *mmap(void *start, size_t size, int protection, int flags, int fd, off_t offset) {
    char path[PATH_MAX];
    int shared = fd >= 0 && (flags & MAP_SHARED) && (protection & PROT_WRITE);
    if (shared && place_fd(fd, path) == STATE) {
        size_t length = strlen(path);
        if (length < 4 || strcmp(path + length - 4, "-shm")) {
            lock();
            note(OPAQUE, path, "mmap", 0);
            unlock();
        }
    }
    return (void *)syscall(SYS_mmap, start, size, protection, flags, fd, offset);
}
API void *mmap64(void *start, size_t size, int protection, int flags, int fd, off_t offset) ALIAS(mmap);

/* ---- sizes and syncs ---- */

API int ftruncate(int fd, off_t size) {
    char path[PATH_MAX];
    if (place_fd(fd, path) != STATE) return syscall(SYS_ftruncate, fd, size);
    lock();
    struct stat now;
    int grows = fstat(fd, &now) == 0 && size > now.st_size;
    int result = refused("ftruncate", path, grows ? TAKES_SPACE : 0) ? -1 : syscall(SYS_ftruncate, fd, size);
    if (result == 0) note(TRUNCATE, path, "", size);
    unlock();
    return result;
}
API int ftruncate64(int fd, off_t size) ALIAS(ftruncate);
API int truncate(const char *path, off_t size) {
    char full[PATH_MAX];
    if (locate(AT_FDCWD, path, 1, full) != STATE) return syscall(SYS_truncate, path, size);
    lock();
    int result = refused("truncate", full, TAKES_SPACE) ? -1 : syscall(SYS_truncate, path, size);
    if (result == 0) note(TRUNCATE, full, "", size);
    unlock();
    return result;
}
API int truncate64(const char *path, off_t size) ALIAS(truncate);

API int fallocate(int fd, int mode, off_t offset, off_t size) {
    char path[PATH_MAX];
    if (place_fd(fd, path) != STATE) return syscall(SYS_fallocate, fd, mode, offset, size);
    lock();
    struct stat was = {0}, now = {0};
    int known = fstat(fd, &was) == 0;
    int result = refused("fallocate", path, TAKES_SPACE) ? -1 : syscall(SYS_fallocate, fd, mode, offset, size);
    if (result == 0 && (mode & ~FALLOC_FL_KEEP_SIZE)) note(OPAQUE, path, "fallocate", 0);
    else if (result == 0 && (!known || fstat(fd, &now) != 0 || now.st_size != was.st_size))
        note(TRUNCATE, path, "", now.st_size);
    unlock();
    return result;
}
API int fallocate64(int fd, int mode, off_t offset, off_t size) ALIAS(fallocate);
API int posix_fallocate(int fd, off_t offset, off_t size) {
    int before = errno, result = fallocate(fd, 0, offset, size) == 0 ? 0 : errno;
    errno = before;
    return result;
}
API int posix_fallocate64(int fd, off_t offset, off_t size) ALIAS(posix_fallocate);

static int do_sync(const char *call, long number, int fd) {
    char path[PATH_MAX];
    if (place_fd(fd, path) != STATE) return syscall(number, fd);
    lock();
    int result = refused(call, path, IS_SYNC) ? -1 : syscall(number, fd);
    if (result == 0) note(SYNC, path, "", 0);
    unlock();
    return result;
}
API int fsync(int fd) { return do_sync("fsync", SYS_fsync, fd); }
API int fdatasync(int fd) { return do_sync("fdatasync", SYS_fdatasync, fd); }

/* ---- names ---- */

static int do_rename(int from_fd, const char *from, int to_fd, const char *to, unsigned flags) {
    char source[PATH_MAX], target[PATH_MAX];
    int out = locate(from_fd, from, 0, source) != STATE, in = locate(to_fd, to, 0, target) == STATE;
    if (out && !in) return syscall(SYS_renameat2, from_fd, from, to_fd, to, flags);
    lock();
    int result = refused("rename", in ? target : source, 0) ? -1
                 : flags ? syscall(SYS_renameat2, from_fd, from, to_fd, to, flags)
#ifdef SYS_renameat
                         : syscall(SYS_renameat, from_fd, from, to_fd, to);
#else
                         : syscall(SYS_renameat2, from_fd, from, to_fd, to, 0);
#endif
    if (result == 0 && (out || (flags & ~RENAME_NOREPLACE))) note(OPAQUE, target, "rename", 0);
    else if (result == 0 && in) note(RENAME, source, target, 0);
    else if (result == 0) note(UNLINK, source, "", 0);
    unlock();
    return result;
}
API int rename(const char *from, const char *to) { return do_rename(AT_FDCWD, from, AT_FDCWD, to, 0); }
API int renameat(int from_fd, const char *from, int to_fd, const char *to) {
    return do_rename(from_fd, from, to_fd, to, 0);
}
API int renameat2(int from_fd, const char *from, int to_fd, const char *to, unsigned flags) {
    return do_rename(from_fd, from, to_fd, to, flags);
}

static int do_unlink(const char *call, int dirfd, const char *path, int flags) {
    char full[PATH_MAX];
    if (locate(dirfd, path, 0, full) != STATE) return syscall(SYS_unlinkat, dirfd, path, flags);
    lock();
    int result = refused(call, full, 0) ? -1 : syscall(SYS_unlinkat, dirfd, path, flags);
    if (result == 0) note(UNLINK, full, "", 0);
    unlock();
    return result;
}
API int unlink(const char *path) { return do_unlink("unlink", AT_FDCWD, path, 0); }
API int rmdir(const char *path) { return do_unlink("rmdir", AT_FDCWD, path, AT_REMOVEDIR); }
API int unlinkat(int dirfd, const char *path, int flags) { return do_unlink("unlink", dirfd, path, flags); }
API int remove(const char *path) {
    int before = errno;
    if (unlink(path) == 0) return 0;
    if (errno != EISDIR && errno != EPERM) return -1;
    errno = before;
    return rmdir(path);
}

API int mkdirat(int dirfd, const char *path, mode_t mode) {
    char full[PATH_MAX];
    if (locate(dirfd, path, 0, full) != STATE) return syscall(SYS_mkdirat, dirfd, path, mode);
    lock();
    int result = refused("mkdir", full, TAKES_SPACE) ? -1 : syscall(SYS_mkdirat, dirfd, path, mode);
    if (result == 0) note(MKDIR, full, "", 0);
    unlock();
    return result;
}
API int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

API int linkat(int from_fd, const char *from, int to_fd, const char *to, int flags) {
    char source[PATH_MAX], target[PATH_MAX];
    int known = locate(from_fd, from, 0, source) == STATE && !flags;
    if (locate(to_fd, to, 0, target) != STATE) return syscall(SYS_linkat, from_fd, from, to_fd, to, flags);
    lock();
    int result = refused("link", target, TAKES_SPACE) ? -1 : syscall(SYS_linkat, from_fd, from, to_fd, to, flags);
    if (result == 0) note(known ? LINK : OPAQUE, known ? source : target, known ? target : "link", 0);
    unlock();
    return result;
}
API int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }
API int symlinkat(const char *to, int dirfd, const char *path) {
    char full[PATH_MAX];
    if (locate(dirfd, path, 0, full) != STATE) return syscall(SYS_symlinkat, to, dirfd, path);
    lock();
    int result = refused("symlink", full, TAKES_SPACE) ? -1 : syscall(SYS_symlinkat, to, dirfd, path);
    if (result == 0) note(SYMLINK, full, to, 0);
    unlock();
    return result;
}
API int symlink(const char *to, const char *path) { return symlinkat(to, AT_FDCWD, path); }
