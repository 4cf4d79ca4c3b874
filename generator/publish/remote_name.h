#pragma once

#include <string>

namespace yokoten {

/// Whether rclone would take this for a remote: a colon, or options and a colon, stand
/// before any slash (`web:kpi`, `:sftp,host=example.jp:kpi`). `./a:b` is a folder.
bool is_remote(const std::string& target);

/// The option of such a name that holds a secret, or `url` where that has a password in it: what is
/// written into a command is seen by everybody on the machine. Empty where there is none.
std::string secret_option(const std::string& target);

}  // namespace yokoten
