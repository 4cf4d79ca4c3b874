#include "model/look.h"

namespace yokoten {

const std::vector<std::string>& colour_roles() {
  static const std::vector<std::string> roles = {
      "bg",       "surface",   "sunken",  "text",      "text-2",   "line",      "edge",
      "link",     "visited",   "accent",  "on-accent", "focus-in", "focus-out", "bar",
      "bar-self", "bar-other", "track",   "mark",      "k1",       "k2",        "k3",
      "k4",       "k5",        "note-bg", "note-edge", "note-text"};
  return roles;
}

}  // namespace yokoten
