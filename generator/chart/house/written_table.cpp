#include "chart/house/written_table.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <memory>

#include "chart/house/written_cells.h"
#include "chart/plan/value.h"

namespace yokoten::chart {
namespace {

/// Layers that draw the same data, and what they draw of it.
struct DrawnData {
  const LayerPlan* layer = nullptr;
  std::vector<TableColumn> columns;
};

bool is_same_data(const DataSpec& left, const DataSpec& right) {
  if (left.topology != nullptr || right.topology != nullptr)
    return left.topology == right.topology && left.feature == right.feature &&
           left.mesh == right.mesh;
  return left.rows == right.rows ||
         (left.rows != nullptr && right.rows != nullptr && *left.rows == *right.rows);
}

const Json& row_at(const DrawnData& data, std::size_t row) { return (*data.layer->data)[row]; }

/// Where a field first stands in the rows: columns follow the order of the data.
std::size_t place_of(const DrawnData& data, const Field& field) {
  constexpr std::size_t most = 1000;  // members of a row
  for (std::size_t row = 0; row < data.layer->written_rows; ++row) {
    const auto& members = row_at(data, row).members();
    const auto at = std::find_if(members.begin(), members.end(), [&](const auto& member) {
      return member.first == field.steps.front();
    });
    if (at != members.end())
      return row * most +
             std::min<std::size_t>(most - 1, static_cast<std::size_t>(at - members.begin()));
  }
  return std::numeric_limits<std::size_t>::max();
}

bool is_name(const TableColumn& column) {
  return column.type == FieldType::nominal || column.type == FieldType::ordinal;
}

/// What no row has is left out; of what stands in one place, names go before figures.
void sort_columns(DrawnData& data) {
  std::vector<std::pair<std::size_t, TableColumn>> placed;
  for (TableColumn& column : data.columns)
    placed.emplace_back(place_of(data, *column.field), std::move(column));
  std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : is_name(a.second) && !is_name(b.second);
  });
  data.columns.clear();
  for (auto& [place, column] : placed)
    if (place != std::numeric_limits<std::size_t>::max()) data.columns.push_back(std::move(column));
}

/// Shapes are known by where they lie; a table needs what they are called.
void add_names_of_shapes(DrawnData& data, std::deque<Field>& made) {
  if (data.layer->spec->mark.type != MarkType::geoshape || data.columns.empty()) return;
  if (std::any_of(data.columns.begin(), data.columns.end(), is_name) ||
      data.layer->written_rows == 0)
    return;
  const Json* told = row_at(data, 0).find("properties");
  if (told == nullptr) return;
  std::vector<TableColumn> names;
  for (const auto& [key, value] : told->members())
    if (value.is_string()) {
      const std::string name(key.view());
      made.push_back({name, {"properties", name}});
      names.push_back({&made.back(), name, FieldType::nominal, FormOf::nothing, {}, {}});
    }
  data.columns.insert(data.columns.begin(), names.begin(), names.end());
}

std::vector<DrawnData> drawn_data(const PlannedPicture& planned, const ChartRequest& request) {
  std::vector<DrawnData> all;
  for (const LayerPlan& layer : planned.plan.layers) {
    if (layer.data == nullptr || layer.spec == nullptr) continue;
    const DataSpec& data = layer.spec->data;
    if (request.given_data && data.pointer == "/data/values") continue;
    auto known = std::find_if(all.begin(), all.end(), [&](const DrawnData& each) {
      return is_same_data(each.layer->spec->data, data);
    });
    if (known == all.end()) known = all.insert(all.end(), {&layer, {}});
    add_columns(*planned.spec, *layer.spec, known->columns);
  }
  return all;
}

/// The table on its way: each field is one column, also where several data have it.
class Table {
 public:
  explicit Table(const ChartRequest& request) : request_(request) {}

  void add(const DrawnData& data) {
    std::vector<std::size_t> places;
    for (const TableColumn& column : data.columns) places.push_back(place(column));
    const std::size_t before = made_.rows.size();
    if (places.empty()) return;
    made_.rows.resize(before + data.layer->written_rows);
    made_.plain.resize(made_.rows.size());
    for (std::size_t at = 0; at < places.size(); ++at) {
      const auto texts = cell_texts(data.columns[at], values(data, *data.columns[at].field),
                                    request_.words.no_value);
      for (std::size_t row = 0; row < texts.size(); ++row) {
        const auto& [shown, plain] = texts[row];
        put(made_.rows[before + row], places[at], shown);
        put(made_.plain[before + row], places[at], plain);
      }
    }
  }

  DrawnTable done() {
    for (auto* rows : {&made_.rows, &made_.plain})
      for (auto& cells : *rows) cells.resize(made_.head.size());
    return std::move(made_);
  }

 private:
  // What names the row is told also where it is a text without letters: nothing at all means that
  // these data have no names.
  void put(std::vector<std::string>& cells, std::size_t place, const std::string& text) const {
    cells.resize(std::max(cells.size(), place + 1));
    cells[place] = place == 0 && text.empty() ? request_.words.no_value : text;
  }

  std::size_t place(const TableColumn& column) {
    const auto known = std::find_if(fields_.begin(), fields_.end(), [&](const Field* field) {
      return field->steps == column.field->steps;
    });
    if (known != fields_.end()) return static_cast<std::size_t>(known - fields_.begin());
    fields_.push_back(column.field);
    made_.head.push_back(column.title.empty() ? shown_name(*column.field) : column.title);
    return fields_.size() - 1;
  }

  static std::vector<const Json*> values(const DrawnData& data, const Field& field) {
    std::vector<const Json*> found;
    std::size_t place = 0;
    for (std::size_t row = 0; row < data.layer->written_rows; ++row)
      found.push_back(find_value(row_at(data, row), field, place));
    return found;
  }

  const ChartRequest& request_;
  std::vector<const Field*> fields_;
  DrawnTable made_;
};

}  // namespace

DrawnTable written_table(const PlannedPicture& planned, const ChartRequest& request) {
  Table table(request);
  std::deque<Field> made;
  for (DrawnData& data : drawn_data(planned, request)) {
    sort_columns(data);
    add_names_of_shapes(data, made);
    table.add(data);
  }
  return table.done();
}

}  // namespace yokoten::chart
