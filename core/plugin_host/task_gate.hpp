/// \file task_gate.hpp
/// Lets a plugin have only so many processes and threads: the kernel asks here before it makes one.
///
/// Counting alone comes too late. A fork bomb makes processes faster than anybody counts them, and by the
/// time that they are ended the machine has been of no use for a while.
#pragma once

namespace storydiff::plugin_host {

/// Hands a descriptor to the process at the other end of a socket. False where it can not be sent.
[[nodiscard]] bool send_descriptor(int socket, int descriptor);
/// The descriptor that waits at `socket`, closed on exec; -1 where there is none.
[[nodiscard]] int receive_descriptor(int socket);

/// Answers the kernel's questions at a `Filter::listener`.
class TaskGate {
 public:
  explicit TaskGate(int most) : most_(most) {}
  /// Answers the next question; call it when the listener is readable. False when the plugin has as many
  /// as it may: it is then refused, and to be ended.
  [[nodiscard]] bool answer(int listener);

 private:
  int most_;
  int left_ = 0;  ///< that may be made before they must be counted again
};

}  // namespace storydiff::plugin_host
