#include "page/template_program.h"

#include <algorithm>

#include "base/html_text.h"

namespace yokoten {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// A tag with its braces: bytes `begin` to `end` of the text.
struct Tag {
  std::size_t begin = 0, end = 0;
  std::string_view inner;  ///< `#rows`; `{x` of `{{{x}}}`
};

std::optional<Tag> next_tag(std::string_view text, std::size_t from) {
  const std::size_t begin = text.find("{{", from);
  if (begin == text.npos) return std::nullopt;
  const bool triple = text.substr(begin).starts_with("{{{");
  const std::string_view close = triple ? "}}}" : "}}";
  const std::size_t end = text.find(close, begin);
  if (end == text.npos) return Tag{begin, text.size(), {}};
  return Tag{begin, end + close.size(), trimmed(text.substr(begin + 2, end - begin - 2))};
}

bool takes_its_line(std::string_view inner) {
  return !inner.empty() && std::string_view("#^/!").find(inner.front()) != std::string_view::npos;
}

// Where the line that holds only the tag begins and ends; the tag itself where it holds more.
Tag with_its_line(std::string_view text, Tag tag) {
  if (!takes_its_line(tag.inner)) return tag;
  const std::size_t before =
      text.find_last_not_of(" \t", tag.begin == 0 ? text.npos : tag.begin - 1);
  const std::size_t begin = tag.begin == 0 || before == text.npos ? 0 : before + 1;
  if (begin != 0 && text[begin - 1] != '\n') return tag;
  std::size_t end = text.find_first_not_of(" \t", tag.end);
  if (end == text.npos) return {begin, text.size(), tag.inner};
  if (text.substr(end).starts_with("\r\n")) ++end;
  return text[end] == '\n' ? Tag{begin, end + 1, tag.inner} : tag;
}

const View::Value* found(const std::vector<const View*>& views, ViewName name) {
  for (auto view = views.rbegin(); view != views.rend(); ++view)
    if (const View::Value* value = (*view)->find(name)) return value;
  return nullptr;
}

}  // namespace

TemplateProgram::TemplateProgram(std::string_view text) { read(text); }

void TemplateProgram::read(std::string_view text) {
  std::vector<std::size_t> open;
  std::size_t from = 0;
  while (const auto tag = next_tag(text, from)) {
    const Tag whole = with_its_line(text, *tag);
    add_text(text.substr(from, std::max(whole.begin, from) - from));
    if (!add_tag(tag->inner, tag->begin, open)) return;
    from = whole.end;
  }
  add_text(text.substr(from));
  if (!open.empty()) problem_ = Problem{text.size(), steps_[open.back()].text};
}

void TemplateProgram::add_text(std::string_view text) {
  if (!text.empty()) steps_.push_back({Kind::text, std::string(text), "", 0});
  text_bytes_ += text.size();
}

// False where the tag can't stand there.
bool TemplateProgram::add_tag(std::string_view inner, std::size_t at,
                              std::vector<std::size_t>& open) {
  const char sign = inner.empty() ? '\0' : inner.front();
  const bool has_sign = std::string_view("#^/!&{").find(sign) != std::string_view::npos;
  const std::string name(trimmed(has_sign ? inner.substr(1) : inner));
  if (sign == '!') return true;
  const bool closes_other = sign == '/' && (open.empty() || steps_[open.back()].text != name);
  if (name.empty() || closes_other || name.find_first_of("=>{}") != name.npos) {
    problem_ = Problem{at, std::string(inner)};
    return false;
  }
  if (sign == '/') {
    steps_[open.back()].end = steps_.size();
    open.pop_back();
    return true;
  }
  if (sign == '#' || sign == '^') open.push_back(steps_.size());
  const Kind kind = sign == '#'                  ? Kind::section
                    : sign == '^'                ? Kind::inverted
                    : sign == '&' || sign == '{' ? Kind::raw
                                                 : Kind::escaped;
  steps_.push_back({kind, name, ViewName::of(name), 0});
  return true;
}

/// What a section came to for one item of a list: the text that alike items have too, and where
/// their own values stand in it. Cells of tables are many, and most of them alike.
class TemplateProgram::Way {
 public:
  Way(const View& item, const std::string& out) : item_(item), begin_(out.size()) {}

  /// That the value was put in, from the byte `begin` on, last in `out`.
  void took(const View::Value& value, bool raw, std::size_t begin, const std::string& out) {
    const auto& values = item_.values();
    const bool own = !values.empty() && &value >= &values.front() && &value <= &values.back();
    if (!own) return;
    text_.append(out, begin_, begin - begin_);
    begin_ = out.size();
    own_.push_back({text_.size(), static_cast<std::size_t>(&value - values.data()), raw});
  }
  void end(const std::string& out) { text_.append(out, begin_); }

  bool is_of(const View& item) const { return item_.is_alike(item); }
  void follow(const View& item, std::string& out) const {
    std::size_t from = 0;
    for (const Own& own : own_) {
      out.append(text_, from, own.at - from);
      from = own.at;
      put(item.values()[own.value], own.raw, out);
    }
    out.append(text_, from);
  }

  static void put(const View::Value& value, bool raw, std::string& out) {
    if (raw)
      out += value.text;
    else
      append_html_text(out, value.text);
  }

 private:
  struct Own {
    std::size_t at = 0;     ///< byte of the text that it stands before
    std::size_t value = 0;  ///< its place in the item
    bool raw = false;
  };

  const View& item_;
  std::size_t begin_;  ///< in what is written, behind the last value
  std::string text_;
  std::vector<Own> own_;
};

std::string TemplateProgram::rendered(const View& view) const {
  std::string out;
  out.reserve(text_bytes_ + view.text_bytes());
  std::vector<const View*> views = {&view};
  run(0, steps_.size(), views, out, nullptr);
  return out;
}

void TemplateProgram::run(std::size_t begin, std::size_t end, std::vector<const View*>& views,
                          std::string& out, Way* way) const {
  for (std::size_t at = begin; at < end; ++at) {
    const Step& step = steps_[at];
    if (step.kind == Kind::text) {
      out += step.text;
    } else if (step.kind == Kind::section || step.kind == Kind::inverted) {
      run_section(at, views, out, way);
      at = step.end - 1;
    } else if (const View::Value* value = found(views, step.name)) {
      const std::size_t before = out.size();
      Way::put(*value, step.kind == Kind::raw, out);
      if (way != nullptr) way->took(*value, step.kind == Kind::raw, before, out);
    }
  }
}

void TemplateProgram::run_section(std::size_t at, std::vector<const View*>& views, std::string& out,
                                  Way* way) const {
  const Step& step = steps_[at];
  const View::Value* value = found(views, step.name);
  const bool stands = value != nullptr && value->is_true;
  if (stands != (step.kind == Kind::section)) return;
  if (!stands || value->items == nullptr) return run(at + 1, step.end, views, out, way);
  run_items(at, *value->items, views, out, way);
}

// The way of an item that this is a list in is told of all values; there are no others meanwhile.
void TemplateProgram::run_items(std::size_t at, const std::vector<View>& items,
                                std::vector<const View*>& views, std::string& out,
                                Way* outer) const {
  constexpr std::size_t few = 3, most_ways = 4;
  std::vector<Way> ways;
  const bool keeps = outer == nullptr && items.size() > few;
  if (keeps) ways.reserve(most_ways);  // each stays where it is
  for (const View& item : items) {
    const auto known =
        std::find_if(ways.begin(), ways.end(), [&](const Way& each) { return each.is_of(item); });
    if (known != ways.end()) {
      known->follow(item, out);
      continue;
    }
    const bool has_way = keeps && ways.size() < most_ways && item.is_alike(item);
    Way* const own = has_way ? &ways.emplace_back(item, out) : nullptr;
    views.push_back(&item);
    run(at + 1, steps_[at].end, views, out, has_way ? own : outer);
    views.pop_back();
    if (has_way) own->end(out);
  }
}

}  // namespace yokoten
