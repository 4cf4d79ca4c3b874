#include "chart/scene/mark_words.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "chart/plan/text.h"
#include "chart/plan/value.h"
#include "chart/scale/formats.h"

namespace yokoten::chart {
namespace {

/// Vega-Lite writes titles into a text of its expressions, where a backslash hides the next letter.
std::string without_backslashes(const std::string& title) {
  if (title.find('\\') == std::string::npos) return title;
  std::string result;
  for (std::size_t i = 0; i < title.size(); ++i) {
    if (title[i] == '\\' && i + 1 < title.size()) ++i;
    result += title[i];
  }
  return result;
}

/// The number of a title that JavaScript takes for the index of an array: such keys of an object
/// come first, in order of their numbers.
std::optional<std::uint32_t> index_key(const std::string& title) {
  if (title.empty() || (title.size() > 1 && title[0] == '0')) return std::nullopt;
  std::uint32_t number = 0;
  const char* const end = title.data() + title.size();
  const auto read = std::from_chars(title.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end || number == 0xFFFFFFFFu) return std::nullopt;
  return number;
}

std::string_view words_in(const Text& text) {
  return text ? std::string_view(*text) : std::string_view();
}

}  // namespace

bool has_text(const TextSpec& channel) {
  return channel.from != From::nothing || !channel.conditions.empty();
}

bool has_own_words(const EncodingSpec& encoding) {
  return encoding.description.from != From::nothing || !encoding.tooltip.empty();
}

Describer::Describer(const MarkContext& context) : context_(context) {
  const EncodingSpec& encoding = context.encoding();
  written_ = has_text(encoding.description);
  if (written_) return;
  if (context.type != MarkType::geoshape) {
    add_position(Direction::across);
    add_position(Direction::down);
    add_second(Direction::across);
    add_second(Direction::down);
  }
  const auto look = [&](const LookSpec& channel) {
    const bool guide = !channel.legend_null;
    add(channel, channel.type, guide ? words_in(channel.legend->format) : "",
        guide ? words_in(channel.legend->format_type) : "");
  };
  look(encoding.color);
  look(encoding.opacity);
  if (takes_size(context.type)) look(encoding.size);
  add(encoding.order, encoding.order.type, {}, {});
  if (context.type == MarkType::text) add_text(encoding.text);
  for (const Field& field : encoding.detail) {
    Part part;
    part.title = without_backslashes(field.written);
    part.field = &field;
    part.type = FieldType::nominal;
    part.plain = true;
    add(std::move(part));
  }
  for (const TextSpec& line : encoding.tooltip) add_text(line);
  add_text(encoding.href);
  order_as_keys();
}

void Describer::add(Part part) {
  if (part.title.starts_with('_')) return;
  for (const Part& other : parts_)
    if (other.title == part.title) return;
  parts_.push_back(std::move(part));
}

void Describer::add(const ChannelSpec& channel, FieldType type, std::string_view format,
                    std::string_view format_type) {
  if (channel.from != From::field) return;
  Part part;
  const bool titled = channel.title && !channel.title->empty() && !channel.title_null;
  part.title = without_backslashes(titled ? *channel.title : channel.field.written);
  part.field = &channel.field;
  part.type = type;
  part.format = format;
  part.format_type = format_type;
  part.plain = (type == FieldType::nominal || type == FieldType::ordinal) && format.empty() &&
               format_type.empty();
  const EncodingSpec& encoding = context_.encoding();
  const bool x = &channel == &encoding.x, y = &channel == &encoding.y;
  const Direction along = x ? Direction::across : Direction::down;
  if ((x || y) && context_.stacked(along) && context_.position(along).stack == Stack::normalize) {
    part.end = &context_.column(along);
    part.start = &context_.second_column(along);
    if (part.format.empty()) part.format = ".0%";
  }
  add(std::move(part));
}

void Describer::add_position(Direction along) {
  const PositionSpec& channel = context_.position(along);
  const bool guide = !channel.axis_null;
  add(channel, channel.type, guide ? words_in(channel.axis->format) : "",
      guide ? words_in(channel.axis->format_type) : "");
}

void Describer::add_second(Direction along) {
  if (context_.overlay || !takes_second(context_.type)) return;
  add(context_.second(along), context_.position(along).type, {}, {});
}

void Describer::add_text(const TextSpec& channel) {
  add(channel, channel.type, channel.format, channel.format_type);
}

void Describer::order_as_keys() {
  const auto is_index = [](const Part& part) { return index_key(part.title).has_value(); };
  if (std::any_of(parts_.begin(), parts_.end(), is_index))
    std::stable_sort(parts_.begin(), parts_.end(), [](const Part& left, const Part& right) {
      const auto a = index_key(left.title), b = index_key(right.title);
      return a && (!b || *a < *b);
    });
  for (Part& part : parts_)
    part.lead.append(&part == &parts_.front() ? "" : "; ").append(part.title).append(": ");
}

void Describer::append_value(std::string& text, const Part& part, Row row, const Json& data) const {
  if (part.end != nullptr) {
    const double share = (*part.end)[row] - (*part.start)[row];
    append_number(text, share, part.format);
    return;
  }
  const Json* value = find_value(data, *part.field, part.place);
  if (part.plain && value != nullptr && value->is_string()) {
    text += value->text();
    return;
  }
  const std::size_t before = text.size();
  append_formatted(text, value, part.type, part.format, part.format_type,
                   day_format(*context_.plan.spec));
  if (value != nullptr && value->is_array())
    std::replace(text.begin() + static_cast<std::ptrdiff_t>(before), text.end(), '\n', ' ');
}

void Describer::append(std::string& out, Row row) const {
  const Json& data = context_.row(row);
  if (written_)
    out += text_of(context_.encoding().description, data, day_format(*context_.plan.spec));
  for (const Part& part : parts_) {
    out += part.lead;
    append_value(out, part, row, data);
  }
}

void set_text(const MarkContext& context, Row row, Item& item) {
  const TextSpec& channel = context.encoding().text;
  if (!has_text(channel)) {
    item.text = context.style.first(&MarkStyle::text).value_or("");
    return;
  }
  item.text = text_of(channel, context.row(row), day_format(*context.plan.spec));
  if (channel.from != From::field || !value_at(context.row(row), channel.field).is_array()) return;
  std::size_t start = item.text.find('\n');
  const std::string whole = item.text;
  item.text = whole.substr(0, start);
  while (start != std::string::npos) {
    const std::size_t end = whole.find('\n', start + 1);
    item.more_lines.push_back(whole.substr(start + 1, end - start - 1));
    start = end;
  }
  if (!item.more_lines.empty()) item.line_height = item.font.size + 2;
}

std::string href_of(const MarkContext& context, Row row) {
  const TextSpec& channel = context.encoding().href;
  return has_text(channel) ? text_of(channel, context.row(row), day_format(*context.plan.spec))
                           : "";
}

}  // namespace yokoten::chart
