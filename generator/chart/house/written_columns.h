#pragma once

#include <string>
#include <vector>

#include "chart/plan/plan.h"

namespace yokoten::chart {

/// Where the form of a column's values is from: what is written in the picture goes before what is
/// written along its side.
enum class FormOf { nothing, guide, text };

/// A field that is drawn, as a column of the table beside the picture.
struct TableColumn {
  const Field* field = nullptr;
  std::string title;  ///< "" where none is given
  FieldType type = FieldType::none;
  FormOf form = FormOf::nothing;
  std::string format, format_type;

  bool of_times() const {
    return format_type.empty() ? type == FieldType::temporal : format_type == "time";
  }
};

/// The fields that one layer draws, each once, in the order of channels.
void add_columns(const Spec& spec, const LayerSpec& layer, std::vector<TableColumn>& columns);

/// The name of a field as people read it: without the escapes of its way, and of
/// a shape without the word for all that it tells.
std::string shown_name(const Field& field);

}  // namespace yokoten::chart
