#include "protect/whole_program.h"

#include <cmath>
#include <mutex>

#include "protect/late_solver.h"

namespace yokoten {

struct WholeProgram::Parts {
  std::vector<Row> rows;
  std::vector<CoinBigIndex> starts{0};
  std::vector<int> places;
  std::vector<double> factors, lower, upper, costs, zeros;
  std::vector<long long> solution;
  Clp_Simplex* clp = Clp_newModel();
  ~Parts() { Clp_deleteModel(clp); }
  int columns() const { return static_cast<int>(costs.size()); }
};

WholeProgram::WholeProgram(int columns, const std::vector<Row>& rows)
    : parts_(std::make_unique<Parts>()) {
  const auto count = static_cast<std::size_t>(columns);
  std::vector<std::vector<std::pair<int, double>>> by_column(count);
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (const auto& [column, factor] : rows[row])
      by_column[static_cast<std::size_t>(column)].emplace_back(static_cast<int>(row), factor);
  Parts& parts = *parts_;
  for (const auto& column : by_column) {
    for (const auto& [row, factor] : column) {
      parts.places.push_back(row);
      parts.factors.push_back(factor);
    }
    parts.starts.push_back(static_cast<CoinBigIndex>(parts.places.size()));
  }
  parts.rows = rows;
  parts.lower.resize(count);
  parts.upper.resize(count);
  parts.costs.resize(count);
  parts.zeros.resize(rows.size());
  parts.solution.resize(count);
  Clp_setLogLevel(parts.clp, 0);
  Clp_loadProblem(parts.clp, columns, static_cast<int>(rows.size()), parts.starts.data(),
                  parts.places.data(), parts.factors.data(), parts.lower.data(), parts.upper.data(),
                  parts.costs.data(), parts.zeros.data(), parts.zeros.data());
}

WholeProgram::~WholeProgram() = default;

void WholeProgram::set_bounds(int column, double lower, double upper) {
  Clp_columnLower(parts_->clp)[column] = parts_->lower[static_cast<std::size_t>(column)] = lower;
  Clp_columnUpper(parts_->clp)[column] = parts_->upper[static_cast<std::size_t>(column)] = upper;
}

void WholeProgram::set_cost(int column, double cost) {
  Clp_objective(parts_->clp)[column] = parts_->costs[static_cast<std::size_t>(column)] = cost;
}

// Only what adds up exactly counts as a solution.
bool WholeProgram::take(const double* solution) {
  constexpr double kNear = 1e-5;
  Parts& parts = *parts_;
  for (std::size_t column = 0; column < parts.solution.size(); ++column) {
    parts.solution[column] = std::llround(solution[column]);
    const auto whole = static_cast<double>(parts.solution[column]);
    if (std::abs(solution[column] - whole) > kNear || whole < parts.lower[column] ||
        whole > parts.upper[column])
      return false;
  }
  for (const Row& row : parts.rows) {
    long long sum = 0;
    for (const auto& [column, factor] : row)
      sum += std::llround(factor) * parts.solution[static_cast<std::size_t>(column)];
    if (sum != 0) return false;
  }
  return true;
}

bool WholeProgram::solved() {
  constexpr int kOptimal = 0;
  Clp_primal(parts_->clp, 0);
  if (Clp_status(parts_->clp) != kOptimal) return false;
  return take(Clp_primalColumnSolution(parts_->clp)) || solved_by_branching();
}

bool WholeProgram::solved_by_branching() {
  static std::mutex only_one;  // Cbc keeps its parameters in one place
  const std::scoped_lock lock(only_one);
  const Parts& parts = *parts_;
  Cbc_Model* cbc = Cbc_newModel();
  Cbc_setLogLevel(cbc, 0);
  Cbc_loadProblem(cbc, parts.columns(), static_cast<int>(parts.zeros.size()), parts.starts.data(),
                  parts.places.data(), parts.factors.data(), parts.lower.data(), parts.upper.data(),
                  parts.costs.data(), parts.zeros.data(), parts.zeros.data());
  for (int column = 0; column < parts.columns(); ++column) Cbc_setInteger(cbc, column);
  Cbc_solve(cbc);
  const double* solution = Cbc_isProvenInfeasible(cbc) ? nullptr : Cbc_getColSolution(cbc);
  const bool good = solution != nullptr && take(solution);
  Cbc_deleteModel(cbc);
  return good;
}

long long WholeProgram::value(int column) const {
  return parts_->solution[static_cast<std::size_t>(column)];
}

}  // namespace yokoten
