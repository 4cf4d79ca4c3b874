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

std::string TemplateProgram::rendered(const View& view) {
  std::string out;
  out.reserve(std::max(text_bytes_ + view.text_bytes(), last_bytes_));
  Views views = {&view};
  follow(way_of(ways_, 0, steps_.size(), views), views, out);
  last_bytes_ = out.size();
  return out;
}

void TemplateProgram::learn(std::size_t begin, std::size_t end, const Views& views,
                            Way& way) const {
  for (std::size_t at = begin; at < end; ++at) {
    const Step& step = steps_[at];
    if (step.kind == Kind::text)
      way.text += step.text;
    else
      learn_value(at, views, way);
    if (step.end > 0) at = step.end - 1;
  }
}

// The innermost view that has the name tells, also by something empty.
void TemplateProgram::learn_value(std::size_t at, const Views& views, Way& way) const {
  const Step& step = steps_[at];
  const View::Value* value = nullptr;
  std::size_t view = views.size();
  while (value == nullptr && view > 0) value = views[--view]->find(step.name);
  const bool stands = value != nullptr && value->is_true;
  const bool has_inside = step.end > 0;
  if (stands == (step.kind == Kind::inverted)) return;
  if (has_inside && (!stands || !value->has_views())) return learn(at + 1, step.end, views, way);
  const auto place = static_cast<std::size_t>(value - views[view]->values().data());
  way.stops.push_back({way.text.size(), at, view, place});
}

TemplateProgram::Way& TemplateProgram::way_of(std::vector<Way>& known, std::size_t begin,
                                              std::size_t end, const Views& views) const {
  constexpr std::size_t most_kept = 64;  // more are learnt anew sooner than they are found
  const std::uint64_t shape = views.back()->shape();
  for (Way& each : known)
    if (each.shape == shape) return each;
  if (known.size() == most_kept) known.clear();
  Way& made = known.emplace_back(Way{shape});
  learn(begin, end, views, made);
  return made;
}

void TemplateProgram::follow(Way& way, Views& views, std::string& out) const {
  std::size_t from = 0;
  for (Stop& stop : way.stops) {
    out.append(way.text, from, stop.text - from);
    from = stop.text;
    const View::Value& value = views[stop.view]->values()[stop.value];
    if (steps_[stop.step].kind == Kind::escaped) append_html_text(out, value.text);
    if (steps_[stop.step].kind == Kind::raw) out += value.text;
    for (const View& item : value.items) follow_item(stop, item, views, out);
    if (value.made != nullptr) follow_made(stop, *value.made, views, out);
  }
  out.append(way.text, from);
}

void TemplateProgram::follow_item(Stop& stop, const View& item, Views& views,
                                  std::string& out) const {
  views.push_back(&item);
  follow(way_of(stop.ways, stop.step + 1, steps_[stop.step].end, views), views, out);
  views.pop_back();
}

void TemplateProgram::follow_made(Stop& stop, const MadeViews& made, Views& views,
                                  std::string& out) const {
  View item;
  for (std::size_t at = 0; at < made.size; ++at) {
    item.clear();
    made.make(item, at);
    follow_item(stop, item, views, out);
  }
}

}  // namespace yokoten
