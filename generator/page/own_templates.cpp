#include "page/own_templates.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "base/json_place.h"
#include "base/text.h"
#include "model/report.h"
#include "page/templates.h"

namespace yokoten {
namespace {

using Files = std::map<std::string, std::string>;

/// A tag of a template: `cards`, `> take`; comments and ends of sections are none.
struct NamedTag {
  std::string name;
  bool partial = false;
  std::size_t at = 0;
};

std::vector<NamedTag> tags_of(const std::string& text) {
  std::vector<NamedTag> tags;
  for (std::size_t at = 0; (at = text.find("{{", at)) != std::string::npos;) {
    const std::size_t begin = text.find_first_not_of("{ ", at);
    const std::size_t end = text.find("}}", at);
    if (begin == std::string::npos || end == std::string::npos) break;
    NamedTag tag{{}, text[begin] == '>', at};
    const bool skipped = text[begin] == '/' || text[begin] == '!';
    const std::size_t first = text.find_first_not_of("#^&> ", begin);
    if (!skipped && first < end) {
      tag.name = text.substr(first, end - first);
      tag.name.erase(tag.name.find_last_not_of(' ') + 1);
      tags.push_back(std::move(tag));
    }
    at = end + 2;
  }
  return tags;
}

std::string partial_path(const std::string& name) {
  return (name.find('/') == std::string::npos ? "partials/" : "") + name + ".html";
}

// Names that a template of the program and the partials in it are filled with.
void add_names(const Files& files, const std::string& path, std::set<std::string>& names,
               int depth) {
  const auto at = files.find(path);
  if (at == files.end() || depth > kDeepestPartial) return;
  for (const NamedTag& tag : tags_of(at->second)) {
    if (tag.partial)
      add_names(files, partial_path(tag.name), names, depth + 1);
    else
      names.insert(tag.name);
  }
}

/// The publication's templates beside the program's.
class OwnTemplates {
 public:
  OwnTemplates(const Files& program, const Files& own, std::string folder, Findings& findings)
      : program_(program), own_(own), folder_(std::move(folder)), findings_(findings) {
    merged_ = program;
    for (const auto& [path, bytes] : own) merged_[path] = bytes;
  }

  void check() {
    for (const auto& [path, bytes] : own_) {
      if (!is_used(path)) {
        report_unused(path);
      } else if (const auto wrong = first_invalid_utf8(bytes)) {
        report_error(findings_, place(path, *wrong), "template.encoding",
                     {"UTF-8として正しくない文字があります。UTF-8で保存し直してください",
                      "this holds bytes that are not UTF-8; save the file as UTF-8"});
      } else if (path.ends_with(".html")) {
        check_names(path, bytes);
        check_pictures(path, bytes);
      }
    }
  }

 private:
  Place place(const std::string& path, std::size_t at) const {
    Place found = text_place(own_.at(path), at);
    found.file = folder_ + '/' + path;
    return found;
  }

  std::vector<std::string> users_of(const std::string& path) const {
    std::vector<std::string> users;
    for (const auto& [user, text] : merged_)
      if (user.ends_with(".html"))
        for (const NamedTag& tag : tags_of(text))
          if (tag.partial && partial_path(tag.name) == path) users.push_back(user);
    return users;
  }

  bool is_used(const std::string& path) const {
    if (program_.contains(path)) return true;
    if (path.starts_with("styles/")) {
      const auto order = merged_.find("styles/order.txt");
      return order != merged_.end() &&
             ('\n' + order->second + '\n').find('\n' + path.substr(7) + '\n') != std::string::npos;
    }
    return path.starts_with("partials/") && !users_of(path).empty();
  }

  void report_unused(const std::string& path) {
    std::vector<std::string> known;
    for (const auto& [name, bytes] : program_) known.push_back(name);
    report_error(findings_, {folder_ + '/' + path, 0, 0}, "template.unknown",
                 with_nearest({fmt::format("templates/{} はどこからも使われません", path),
                               fmt::format("nothing uses templates/{}", path)},
                              path, known));
  }

  // What the program fills the template with; a partial of the publication's own has what those
  // that hold it have.
  std::set<std::string> names_for(const std::string& path, int depth = 0) const {
    std::set<std::string> names;
    if (program_.contains(path)) {
      add_names(program_, path, names, 0);
    } else if (depth < kDeepestPartial) {
      for (const std::string& user : users_of(path)) names.merge(names_for(user, depth + 1));
    }
    return names;
  }

  void check_names(const std::string& path, const std::string& text) {
    const std::set<std::string> names = names_for(path);
    for (const NamedTag& tag : tags_of(text)) {
      if (tag.partial || tag.name.starts_with("words.") || names.contains(tag.name)) continue;
      report_error(findings_, place(path, tag.at), "template.variable",
                   with_nearest({fmt::format("{} という値はここにはありません", tag.name),
                                 fmt::format("there is no value {} here", tag.name)},
                                tag.name, {names.begin(), names.end()}));
    }
  }

  void check_pictures(const std::string& path, const std::string& text) {
    for (std::size_t at = 0; (at = text.find("<img", at)) != std::string::npos; ++at) {
      const std::string tag = text.substr(at, text.find('>', at) - at);
      if (tag.find(" alt=") == std::string::npos)
        report_error(findings_, place(path, at), "template.alt",
                     {"画像に alt がありません。何の画像かを書いてください（飾りなら alt=\"\"）",
                      "the picture has no alt; say what it shows (alt=\"\" for decoration)"});
    }
  }

  const Files& program_;
  const Files& own_;
  Files merged_;
  std::string folder_;
  Findings& findings_;
};

}  // namespace

void check_own_templates(const Files& program, const Files& own, const std::string& folder,
                         Findings& findings) {
  OwnTemplates(program, own, folder, findings).check();
}

}  // namespace yokoten
