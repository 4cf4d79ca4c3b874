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
  /// One thread at a time.
  std::string rendered(const View& view);

 private:
  enum class Kind { text, escaped, raw, section, inverted };
  struct Step {
    Kind kind = Kind::text;
    std::string text;     ///< of Kind::text, else a name
    ViewName name;        ///< of all others
    std::size_t end = 0;  ///< of sections: the step behind it
  };

  struct Way;

  /// Where a way goes on with something of a view.
  struct Stop {
    std::size_t text = 0;     ///< how much of the way's text stands before it
    std::size_t step = 0;     ///< that puts a value in, or the section of a list
    std::size_t view = 0;     ///< the number of the view that has it
    std::size_t value = 0;    ///< and its place there
    std::vector<Way> ways{};  ///< of a list: those of its items, by their shapes
  };

  /// What steps come to for views of some shapes: names are looked for once, however many rows a
  /// table has.
  struct Way {
    std::uint64_t shape = 0;  ///< of the innermost view
    std::string text{};
    std::vector<Stop> stops{};
  };

  using Views = std::vector<const View*>;  ///< outer ones first

  void read(std::string_view text);
  void add_text(std::string_view text);
  bool add_tag(std::string_view inner, std::size_t at, std::vector<std::size_t>& open);
  void learn(std::size_t begin, std::size_t end, const Views& views, Way& way) const;
  void learn_value(std::size_t at, const Views& views, Way& way) const;
  Way& way_of(std::vector<Way>& known, std::size_t begin, std::size_t end,
              const Views& views) const;
  void follow(Way& way, Views& views, std::string& out) const;
  void follow_item(Stop& stop, const View& item, Views& views, std::string& out) const;
  void follow_made(Stop& stop, const MadeViews& made, Views& views, std::string& out) const;

  std::vector<Step> steps_;
  std::vector<Way> ways_;  ///< of what was rendered so far: most pages come to the same
  std::size_t text_bytes_ = 0, last_bytes_ = 0;  ///< of the texts; of what was rendered last
  std::optional<Problem> problem_;
};

}  // namespace yokoten
