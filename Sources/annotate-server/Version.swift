/// The version of the product.
enum Version {
  /// Semantic versioning: the wire and the commands are the public interface.
  static let current = "0.1.0"
}
