#pragma once

#include <string>

#include "chart/scene/mark_context.h"

namespace yokoten::chart {

/// `size` or `opacity` of each row: by the first condition that holds, by the scale, or the mark's
/// own.
class NumberChannel {
 public:
  NumberChannel(const MarkContext& context, const LookSpec& spec, const Scale& scale,
                const std::vector<double>& column, std::optional<double> otherwise);
  std::optional<double> of(Row row) const {
    return spec_.conditions.empty() ? main(row) : of(row, context_.row(row));
  }
  std::optional<double> of(Row row, const Json& seen) const;  ///< conditions look at `seen`
  bool varies() const;                                        ///< whether rows may differ

 private:
  std::optional<double> main(Row row) const;
  const MarkContext& context_;
  const LookSpec& spec_;
  const Scale& scale_;
  const std::vector<double>& column_;
  std::optional<double> otherwise_;
};

/// Whether a channel says something for some rows only.
bool only_conditions(const LookSpec& channel);

NumberChannel size_channel(const MarkContext& context, std::optional<double> otherwise);
NumberChannel opacity_channel(const MarkContext& context, std::optional<double> otherwise);

/// The colour of each row.
class ColourChannel {
 public:
  ColourChannel(const MarkContext& context, std::string otherwise);
  std::string of(Row row) const { return of(row, context_.row(row)); }
  std::string of(Row row, const Json& seen) const;  ///< where no more than `seen` is known of it
  bool varies() const;

 private:
  std::string main(Row row, const Json& seen) const;
  const MarkContext& context_;
  const LookSpec& spec_;
  std::string otherwise_;
  mutable std::size_t place_ = 0;  ///< where the last row had the field
};

/// A CSS colour as the scene has it: "" for none.
std::string paint_of(const Json* value);

}  // namespace yokoten::chart
