#include "chart/geo/sphere.h"

namespace yokoten::chart::geo {
namespace {

// Halves are rounded up: which side of the antimeridian a place comes to decides where it is cut.
double within_a_turn(double lambda) {
  return std::abs(lambda) > kPi ? lambda - std::floor(lambda / kTau + 0.5) * kTau : lambda;
}

}  // namespace

Rotation::Rotation(double lambda, double phi, double gamma)
    : lambda_(std::fmod(lambda, kTau)),
      tilted_(phi != 0 || gamma != 0),
      cos_phi_(std::cos(phi)),
      sin_phi_(std::sin(phi)),
      cos_gamma_(std::cos(gamma)),
      sin_gamma_(std::sin(gamma)) {}

Point Rotation::turned(Point at) const {
  if (lambda_ != 0 || !tilted_) at.x = within_a_turn(at.x + lambda_);
  if (!tilted_) return at;
  const double cos_y = std::cos(at.y);
  const double x = std::cos(at.x) * cos_y, y = std::sin(at.x) * cos_y, z = std::sin(at.y);
  const double k = z * cos_phi_ + x * sin_phi_;
  return {std::atan2(y * cos_gamma_ - k * sin_gamma_, x * cos_phi_ - z * sin_phi_),
          safe_asin(k * cos_gamma_ + y * sin_gamma_)};
}

Point Rotation::turned_back(Point at) const {
  if (tilted_) {
    const double cos_y = std::cos(at.y);
    const double x = std::cos(at.x) * cos_y, y = std::sin(at.x) * cos_y, z = std::sin(at.y);
    const double k = z * cos_gamma_ - y * sin_gamma_;
    at = {std::atan2(y * cos_gamma_ + z * sin_gamma_, x * cos_phi_ + k * sin_phi_),
          safe_asin(k * cos_phi_ - x * sin_phi_)};
  }
  if (lambda_ != 0 || !tilted_) at.x = within_a_turn(at.x - lambda_);
  return at;
}

}  // namespace yokoten::chart::geo
