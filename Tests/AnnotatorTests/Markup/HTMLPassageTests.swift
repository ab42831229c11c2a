import Testing

@testable import Annotator

@Suite struct HTMLPassageTests {
  @Test func textWithoutTags() {
    check(
      """
      <div class="lead">
        <h2>Norway &amp; Sweden</h2>
        <p>Norway <b>said</b><br>it would
        wait.</p><ul><li> One <code>x</code></li><li>Two</ul>
        <!-- hidden --> <pre>code</pre> shown
      </div>

      > <figure><img alt="no" src="a.jpg"><figcaption>A flag</figcaption></figure>

      <!-- a comment -->

      <script>
      let a = "<p>no</p>"

      </script>

      <style>p { }
      """,
      """
      heading2: Norway & Sweden
      paragraph: Norway said⏎it would⏎wait.
      item: One
      item: Two
      paragraph: shown
      > caption: A flag
      """)
  }

  @Test func brokenTagsAreText() {
    check("<div>\na < b <p", "paragraph: a < b <p")
    check("<div>\n<!-- never closed", "")
    check("<div>&nbsp;x&bogus;</div>", "paragraph: \u{A0}x&bogus;")
    check("<!-- a --> b <!-- c -->", "paragraph: b")
  }
}
