#include "syscall_filter.hpp"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <vector>

namespace storydiff::plugin_host {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kArchitecture = 0;
#endif

// Newer than some headers; the numbers are the same on all processors.
constexpr int kIoUringSetup = 425;
constexpr int kOpenTree = 428;
constexpr int kMoveMount = 429;
constexpr int kFsOpen = 430;
constexpr int kFsMount = 432;
constexpr int kPidfdOpen = 434;
constexpr int kClone3 = 435;
constexpr int kOpenat2 = 437;
constexpr int kPidfdGetfd = 438;
constexpr int kProcessMadvise = 440;
constexpr int kMountSetattr = 442;
constexpr int kMemfdSecret = 447;
constexpr int kFchmodat2 = 452;

/// Refused whatever the arguments.
constexpr int kRefused[] = {
    // Network: a pair of sockets (`socketpair`) leads nowhere and stays.
    SYS_socket, SYS_bind, SYS_connect, SYS_listen,
    // Memory beyond what RLIMIT_DATA counts.
    SYS_memfd_create, kMemfdSecret, SYS_shmget, SYS_shmat, SYS_msgget, SYS_semget, SYS_mq_open,
    // Other processes.
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, kPidfdOpen, kPidfdGetfd, kProcessMadvise, SYS_kcmp,
    SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo, SYS_tkill, SYS_migrate_pages, SYS_move_pages,
    // Namespaces and mounts.
    SYS_unshare, SYS_setns, SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, kOpenTree, kMoveMount, kFsOpen,
    kFsMount, kMountSetattr,
    // What opens files by another way.
    kIoUringSetup, SYS_io_setup, SYS_open_by_handle_at, SYS_name_to_handle_at, SYS_fanotify_init,
    // Files' names, owners, modes, times: Landlock knows of the first only.
    SYS_truncate, SYS_fchmodat, SYS_fchmod, kFchmodat2, SYS_fchownat, SYS_fchown, SYS_utimensat, SYS_setxattr,
    SYS_lsetxattr, SYS_fsetxattr, SYS_removexattr, SYS_lremovexattr, SYS_fremovexattr, SYS_mknodat, SYS_mkdirat,
    SYS_unlinkat, SYS_renameat2, SYS_linkat, SYS_symlinkat,
#ifdef SYS_chmod
    SYS_chmod, SYS_chown, SYS_lchown, SYS_utime, SYS_utimes, SYS_futimesat, SYS_mknod, SYS_mkdir, SYS_rmdir, SYS_unlink,
    SYS_rename, SYS_link, SYS_symlink, SYS_creat,
#endif
#ifdef SYS_renameat
    SYS_renameat,
#endif
    // The machine.
    SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_keyctl, SYS_add_key, SYS_request_key, SYS_reboot, SYS_kexec_load,
    SYS_init_module, SYS_finit_module, SYS_delete_module, SYS_swapon, SYS_swapoff, SYS_sethostname, SYS_setdomainname,
    SYS_settimeofday, SYS_clock_settime, SYS_adjtimex, SYS_acct, SYS_quotactl, SYS_syslog, SYS_vhangup,
    SYS_personality};

class Program {
 public:
  Program() {
    // Another kind of calls (32-bit, x32) has other numbers, and nothing here would hold for it.
    load(offsetof(seccomp_data, arch));
    jump_unless(BPF_JEQ, kArchitecture, 0, 1);
    ret(SECCOMP_RET_ERRNO | ENOSYS);
    load(offsetof(seccomp_data, nr));
#if defined(__x86_64__)
    constexpr std::uint32_t kX32 = 0x40000000;
    code_.push_back(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, kX32, 0, 1));
    ret(SECCOMP_RET_ERRNO | ENOSYS);
#endif
  }

  void refuse(int call, std::uint32_t error = EPERM) {
    code_.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 1));
    ret(SECCOMP_RET_ERRNO | error);
  }
  /// Refuses `call` unless its argument, in the bits of `mask`, is `value`.
  void refuse_unless(int call, std::size_t argument, std::uint32_t mask, std::uint32_t value,
                     std::uint32_t otherwise = SECCOMP_RET_ALLOW) {
    check(call, argument, mask, value, otherwise, SECCOMP_RET_ERRNO | EPERM);
  }
  void answer(int call, std::uint32_t what) {
    code_.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 1));
    ret(what);
  }
  /// Refuses `call` where its argument, in the bits of `mask`, is `value`. The last word on that call.
  void refuse_where(int call, std::size_t argument, std::uint32_t mask, std::uint32_t value, std::uint32_t error) {
    check(call, argument, mask, value, SECCOMP_RET_ERRNO | error, SECCOMP_RET_ALLOW);
  }

  /// The listener, or a negative number; without `listening` 0 stands for success.
  [[nodiscard]] int install(bool listening) {
    ret(SECCOMP_RET_ALLOW);
    const sock_fprog program{static_cast<unsigned short>(code_.size()), code_.data()};
    const unsigned flags = listening ? SECCOMP_FILTER_FLAG_NEW_LISTENER : 0U;
    return static_cast<int>(::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &program));
  }

 private:
  void load(std::size_t offset) {
    code_.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset)));
  }
  void jump_unless(unsigned test, std::uint32_t value, std::uint8_t otherwise, std::uint8_t then) {
    code_.push_back(BPF_JUMP(static_cast<std::uint16_t>(BPF_JMP | test | BPF_K), value, then, otherwise));
  }
  void ret(std::uint32_t what) { code_.push_back(BPF_STMT(BPF_RET | BPF_K, what)); }

  /// The low half of an argument: all that is asked for here fits in it (processors are little-endian).
  void check(int call, std::size_t argument, std::uint32_t mask, std::uint32_t value, std::uint32_t equal,
             std::uint32_t other) {
    code_.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 5));
    load(offsetof(seccomp_data, args) + argument * sizeof(std::uint64_t));
    code_.push_back(BPF_STMT(BPF_ALU | BPF_AND | BPF_K, mask));
    code_.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1));
    ret(equal);
    ret(other);
  }

  std::vector<sock_filter> code_;
};

/// `tasks`: what is said to a new process or thread that is not refused.
int install(const FilterRequest& request, std::uint32_t tasks) {
  constexpr std::uint32_t kAllBits = 0xFFFFFFFF;
  constexpr std::uint32_t kNamespaces =
      CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWCGROUP;
  Program program;
  for (const int call : kRefused) program.refuse(call);
  program.refuse(kClone3, ENOSYS);  // its flags can not be seen from here; the C library then takes `clone`
  // Shared memory without a file is counted by no limit.
  program.refuse_where(SYS_mmap, 3, MAP_SHARED | MAP_ANONYMOUS, MAP_SHARED | MAP_ANONYMOUS, ENOMEM);
  // A plugin's process ends with its host.
  program.refuse_where(SYS_prctl, 0, kAllBits, PR_SET_PDEATHSIG, EPERM);

  if (request.single_process) {
    program.refuse_unless(SYS_clone, 0, CLONE_THREAD | kNamespaces, CLONE_THREAD, tasks);
#ifdef SYS_fork
    program.refuse(SYS_fork);
    program.refuse(SYS_vfork);
#endif
    program.refuse(SYS_execve);
    program.refuse(SYS_execveat);
    const auto self = static_cast<std::uint32_t>(::getpid());
    program.refuse_unless(SYS_kill, 0, kAllBits, self);
    program.refuse_unless(SYS_tgkill, 0, kAllBits, self);
  } else {
    program.refuse_unless(SYS_clone, 0, kNamespaces, 0, tasks);
#ifdef SYS_fork
    program.answer(SYS_fork, tasks);
    program.answer(SYS_vfork, tasks);
#endif
  }
  if (request.refuse_writing) {
    constexpr std::uint32_t kWriting = O_ACCMODE | O_CREAT | O_TRUNC;
#ifdef SYS_open
    program.refuse_unless(SYS_open, 1, kWriting, O_RDONLY);
#endif
    program.refuse_unless(SYS_openat, 2, kWriting, O_RDONLY);
    program.refuse(kOpenat2, ENOSYS);
  }
  return program.install(tasks != SECCOMP_RET_ALLOW);
}

}  // namespace

Filter filter_system_calls(const FilterRequest& request) {
  if (kArchitecture == 0) return {};
  if (const int listener = install(request, SECCOMP_RET_USER_NOTIF); listener >= 0) return {true, listener};
  return {install(request, SECCOMP_RET_ALLOW) >= 0, -1};
}

}  // namespace storydiff::plugin_host
