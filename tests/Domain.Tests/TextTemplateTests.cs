namespace CxoneAssist.Domain.Tests;

internal sealed class TextTemplateTests
{
    [TestCase("", "")]
    [TestCase("no placeholder", "no placeholder")]
    [TestCase("{score}", "<Score>")]
    [TestCase("{customerId}{score}", "<CustomerId><Score>")]
    [TestCase("Call {customerId}: {score} on {field}.", "Call <CustomerId>: <Score> on <Field>.")]
    [TestCase("{} {{score}} {score", "{} {<Score>} {score")]
    [TestCase("}{", "}{")]
    public void Fill_Template_PutsEachValueInItsPlace(string template, string filled) =>
        Assert.That(TextTemplate.Parse(template, false, out _)!.Fill(placeholder => $"<{placeholder}>"), Is.EqualTo(filled));

    [Test]
    public void Parse_WithoutAnOutParameter_ThrowsForAnUnknownPlaceholder()
    {
        Assert.That(TextTemplate.Parse("Score {score}").Template, Is.EqualTo("Score {score}"));
        Assert.That(TextTemplate.Parse("{taskId}", taskIsKnown: true).Template, Is.EqualTo("{taskId}"));
        Assert.That(
            () => TextTemplate.Parse("{scor} {taskId}"),
            Throws.TypeOf<FormatException>().With.Message.StartsWith("The text holds the unknown placeholder {scor}; known are {"));
    }

    [Test]
    public void Fill_ValueThatIsNotKnown_SaysSo() =>
        Assert.That(TextTemplate.Parse("Customer {customerId}", false, out _)!.Fill(_ => null), Is.EqualTo("Customer unknown"));

    [TestCase("{Score} {nobody} {score} {nobody}", "Score", "nobody", "nobody")]
    [TestCase("{taskId}", "taskId")]
    [TestCase("{customer_id} { score } {1}", "customer_id", " score ", "1")]
    [TestCase("{a{b c}d}", "b c")]
    public void Parse_UnknownPlaceholders_AreAllNamed(string template, params string[] expected)
    {
        Assert.That(TextTemplate.Parse(template, taskIsKnown: false, out var unknown), Is.Null);
        Assert.That(unknown, Is.EqualTo(expected));
    }

    [Test]
    public void Parse_TasksIdWhereItIsKnown_IsTaken() =>
        Assert.That(TextTemplate.Parse("{taskId}", taskIsKnown: true, out _)!.Fill(_ => "7"), Is.EqualTo("7"));

    [Test]
    public void Parse_EveryKnownPlaceholder_IsTaken([Values] bool taskIsKnown)
    {
        var known = TextTemplate.KnownPlaceholders(taskIsKnown);

        Assert.That(known.Select(one => TextTemplate.Parse(one, taskIsKnown, out _)), Has.None.Null);
        Assert.That(known, Has.Count.EqualTo(Enum.GetValues<TextPlaceholder>().Length - (taskIsKnown ? 0 : 1)));
    }
}
