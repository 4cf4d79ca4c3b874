#include "publish/windows_names.h"

#include <fmt/format.h>

#include <set>

#include "base/hash.h"
#include "base/text.h"

namespace yokoten {
namespace {

constexpr std::size_t most_letters = 80;  // of the 260 that Explorer allows for a whole path
constexpr std::size_t kept_bytes = 60, name_digits = 8;

bool is_device(const std::string& name) {
  static const std::set<std::string> devices = {"con", "prn", "aux", "nul"};
  const std::string stem = lower_ascii(name.substr(0, name.find('.')));
  const bool numbered = stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
                        stem[3] >= '0' && stem[3] <= '9';
  return devices.contains(stem) || numbered;
}

bool is_middle_of_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80; }

std::size_t letters_of(const std::string& name) {
  std::size_t letters = 0;
  for (const char byte : name) letters += is_middle_of_letter(byte) ? 0 : 1;
  return letters;
}

/// The beginning, a hash of the whole, and the ending.
std::string shortened(const std::string& name) {
  std::size_t end = kept_bytes;
  while (end > 0 && is_middle_of_letter(name[end])) --end;
  const std::size_t point = name.rfind('.');
  const bool has_ending = point != std::string::npos && name.size() - point < 12;
  return name.substr(0, end) + '~' + sha256(name).substr(0, name_digits) +
         (has_ending ? name.substr(point) : "");
}

/// `a/B` where `a/b` is taken: `a/B~2`.
class TakenNames {
 public:
  std::string free(const std::string& above, const std::string& name) {
    const std::size_t point = name.rfind('.');
    const std::size_t stem = point == std::string::npos || point == 0 ? name.size() : point;
    std::string made = name;
    for (int number = 2; !taken_.insert(lower_ascii(folded(above + made))).second; ++number)
      made = fmt::format("{}~{}{}", name.substr(0, stem), number, name.substr(stem));
    return made;
  }

 private:
  std::set<std::string> taken_;
};

}  // namespace

std::string windows_name(const std::string& name) {
  std::string made;
  for (const char letter : name)
    made += std::string_view("<>:\"|?*").find(letter) == std::string_view::npos ? letter : '_';
  while (!made.empty() && (made.back() == '.' || made.back() == ' ')) made.back() = '_';
  if (is_device(made))
    made.insert(made.find('.') == std::string::npos ? made.size() : made.find('.'), "_");
  return letters_of(made) > most_letters ? shortened(made) : made;
}

std::map<std::string, std::string> windows_paths(const std::vector<std::string>& paths) {
  std::map<std::string, std::string> made, folders = {{"", ""}};
  TakenNames taken;
  for (const std::string& path : paths) {
    std::string above, above_made;
    for (std::size_t at = 0; at < path.size();) {
      const std::size_t slash = path.find('/', at);
      const bool is_folder = slash != std::string::npos;
      const std::string name = path.substr(at, is_folder ? slash - at : slash);
      at = is_folder ? slash + 1 : path.size();
      above += is_folder ? name + '/' : "";
      if (is_folder && folders.contains(above)) {
        above_made = folders[above];
        continue;
      }
      const std::string own = taken.free(above_made, windows_name(name));
      if (is_folder)
        folders[above] = above_made += own + '/';
      else
        made[path] = above_made + own;
    }
  }
  return made;
}

}  // namespace yokoten
