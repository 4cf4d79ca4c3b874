#include "chart/plan/titles.h"

#include <algorithm>

namespace yokoten::chart {

namespace {

using Kind = TitlePart::Kind;

void merge_equals(TitlePart& into, const TitlePart& other) {
  if (into.kind == Kind::null || other.kind == Kind::null) {
    into.kind = Kind::null;
  } else if (into.kind == Kind::text && other.kind == Kind::text) {
    into.text = joined_title(into.text, other.text);
  } else if (into.kind == Kind::fields && other.kind == Kind::text) {
    into.kind = Kind::text;
    into.text = other.text;
  } else if (into.kind == Kind::fields && other.kind == Kind::fields) {
    for (const std::string& field : other.fields)
      if (std::find(into.fields.begin(), into.fields.end(), field) == into.fields.end())
        into.fields.push_back(field);
  }
}

}  // namespace

std::string TitlePart::shown() const {
  if (kind == Kind::text) return text;
  std::string title;
  if (kind != Kind::fields) return title;
  for (const std::string& field : fields) title += (title.empty() ? "" : ", ") + field;
  return title;
}

TitlePart written_title(const Text& title, bool null) {
  TitlePart part;
  if (!title && !null) return part;
  part.written = true;
  part.kind = null ? Kind::null : Kind::text;
  if (!null) part.text = *title;
  return part;
}

TitlePart default_title(std::vector<std::string> fields) {
  TitlePart part;
  part.kind = Kind::fields;
  part.fields = std::move(fields);
  return part;
}

void merge_titles(TitlePart& into, const TitlePart& other) {
  if (into.kind == Kind::nothing || (other.written && !into.written)) {
    into = other;
    return;
  }
  if ((into.written && !other.written) || other.kind == Kind::nothing || into == other) return;
  merge_equals(into, other);
}

std::string joined_title(const std::string& first, const std::string& second) {
  if (first == second || second.empty()) return first;
  return first.empty() ? second : first + ", " + second;
}

}  // namespace yokoten::chart
