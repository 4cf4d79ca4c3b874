#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/view.h"

namespace yokoten {

/// A template, taken apart once: text, `{{name}}`, `{{{name}}}` and `{{&name}}`, `{{#name}} …
/// {{/name}}`, `{{^name}} … {{/name}}`, `{{! … }}`, as Mustache has them. A tag of a section or a
/// comment that stands alone on its line takes the line with it.
class TemplateProgram {
 public:
  /// What is wrong with the text, and where; after it nothing can be rendered.
  struct Problem {
    std::size_t at = 0;  ///< byte of the text
    std::string tag;     ///< as written, without braces
  };

  explicit TemplateProgram(std::string_view text);

  const std::optional<Problem>& problem() const { return problem_; }
  std::string rendered(const View& view) const;

 private:
  enum class Kind { text, escaped, raw, section, inverted };
  struct Step {
    Kind kind = Kind::text;
    std::string text;     ///< of Kind::text, else a name
    ViewName name;        ///< of all others
    std::size_t end = 0;  ///< of sections: the step behind it
  };

  struct Way;
  struct Stop;
  using Views = std::vector<const View*>;  ///< outer ones first

  void read(std::string_view text);
  void add_text(std::string_view text);
  bool add_tag(std::string_view inner, std::size_t at, std::vector<std::size_t>& open);
  void learn(std::size_t begin, std::size_t end, const Views& views, Way& way) const;
  void learn_value(std::size_t at, const Views& views, Way& way) const;
  Way& way_of(Stop& stop, const Views& views) const;
  void follow(Way& way, Views& views, std::string& out) const;

  std::vector<Step> steps_;
  std::size_t text_bytes_ = 0;
  std::optional<Problem> problem_;
};

}  // namespace yokoten
