#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace yokoten {

/// A linear program whose rows all add up to 0 and whose costs are small next to its bounds, in
/// whole numbers: by Clp, and by Cbc where Clp's solution is not whole.
class WholeProgram {
 public:
  using Row = std::vector<std::pair<int, double>>;  // column, factor

  WholeProgram(int columns, const std::vector<Row>& rows);
  ~WholeProgram();
  WholeProgram(const WholeProgram&) = delete;
  WholeProgram& operator=(const WholeProgram&) = delete;

  void set_bounds(int column, double lower, double upper);
  void set_cost(int column, double cost);
  /// Whether there is a solution; value() then is the cheapest that was found.
  bool solved();
  long long value(int column) const;

 private:
  bool take(const double* solution);
  bool solved_by_branching();

  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace yokoten
