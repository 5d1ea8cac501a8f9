#include "task_gate.hpp"

#include <linux/seccomp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "task_watch.hpp"

namespace storydiff::plugin_host {
namespace {

/// Room for structures that grow with the kernel.
template <class Structure>
union Growing {
  std::array<char, 512> room{};
  Structure it;
};

struct Message {
  char byte = 0;
  iovec data{&byte, 1};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  msghdr header{};
  Message() {
    header.msg_iov = &data;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
  }
  Message(const Message&) = delete;
  Message& operator=(const Message&) = delete;
};

}  // namespace

bool send_descriptor(int socket, int descriptor) {
  Message message;
  cmsghdr* const first = CMSG_FIRSTHDR(&message.header);
  first->cmsg_level = SOL_SOCKET;
  first->cmsg_type = SCM_RIGHTS;
  first->cmsg_len = CMSG_LEN(sizeof descriptor);
  std::memcpy(CMSG_DATA(first), &descriptor, sizeof descriptor);
  return ::sendmsg(socket, &message.header, MSG_NOSIGNAL) == 1;
}

int receive_descriptor(int socket) {
  Message message;
  if (::recvmsg(socket, &message.header, MSG_CMSG_CLOEXEC | MSG_DONTWAIT) != 1) return -1;
  const cmsghdr* const first = CMSG_FIRSTHDR(&message.header);
  if (first == nullptr || first->cmsg_type != SCM_RIGHTS) return -1;
  int descriptor = -1;
  std::memcpy(&descriptor, CMSG_DATA(first), sizeof descriptor);
  return descriptor;
}

bool TaskGate::answer(int listener) {
  Growing<seccomp_notif> question;
  // Who asked may be gone already.
  if (::ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &question.it) != 0) return true;
  if (left_ == 0) left_ = most_ - tally_descendants(most_).tasks;
  const bool granted = left_ > 0;
  if (granted) --left_;
  Growing<seccomp_notif_resp> reply;
  reply.it.id = question.it.id;
  reply.it.error = granted ? 0 : -EAGAIN;
  reply.it.flags = granted ? SECCOMP_USER_NOTIF_FLAG_CONTINUE : 0;
  ::ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &reply.it);
  if (!granted) left_ = 0;
  return granted;
}

}  // namespace storydiff::plugin_host
