#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chart/scene/mark_context.h"

namespace yokoten::chart {

/// Whether the specification says anything for the channel.
bool has_text(const TextSpec& channel);

/// Whether the specification has words for the marks themselves. Without them, what is said would
/// only repeat their numbers under the names of fields.
bool has_own_words(const EncodingSpec& encoding);

/// What a screen reader says of an item: the `description` channel, or Vega-Lite's
/// "title: value; title: value" of all channels that show a field.
class Describer {
 public:
  explicit Describer(const MarkContext& context);
  void append(std::string& out, Row row) const;

 private:
  struct Part {
    std::string title;
    const Field* field = nullptr;  ///< of the specification, as what follows
    FieldType type = FieldType::none;
    std::string_view format, format_type;
    const std::vector<double>* end = nullptr;  ///< of a normalized stack: its share is shown
    const std::vector<double>* start = nullptr;
    std::string lead;               ///< "; title: ", what stands before the value
    bool plain = false;             ///< texts are shown as they are
    mutable std::size_t place = 0;  ///< where the last row had the field
  };
  void add(const ChannelSpec& channel, FieldType type, std::string_view format,
           std::string_view format_type);
  void add_position(Direction along);
  void add_second(Direction along);
  void add_text(const TextSpec& channel);
  void add(Part part);
  void order_as_keys();
  void append_value(std::string& text, const Part& part, Row row, const Json& data) const;

  const MarkContext& context_;
  bool written_ = false;
  std::vector<Part> parts_;
};

/// Sets the text of a text mark's item, line by line where the data have a list.
void set_text(const MarkContext& context, Row row, Item& item);

/// Where an item leads to, "" for nowhere.
std::string href_of(const MarkContext& context, Row row);

}  // namespace yokoten::chart
