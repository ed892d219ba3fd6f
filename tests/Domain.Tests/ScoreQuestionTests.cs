namespace CxoneAssist.Domain.Tests;

internal sealed class ScoreQuestionTests
{
    private static readonly ScoreQuestion Labelled = new("csat", 1, 5)
    {
        Labels = new Dictionary<string, decimal> { ["Poor"] = 1, ["excellent"] = 5 },
        Unanswered = ["n/a", " 99 "],
    };

    [TestCase("poor", 1)]
    [TestCase(" POOR ", 1)]
    [TestCase("Excellent", 5)]
    [TestCase("3", 3)]
    public void Read_LabelOrNumber_IsTheScore(string answer, int score) =>
        Assert.That(Read(Labelled, ("csat", answer)), Is.EqualTo(new SatisfactionScore.Answered(score, "csat")));

    [Test]
    public void Read_LabelAndItsNumber_AreTheSameAnswer() =>
        Assert.That(Read(Labelled, ("csat", "poor"), ("CSAT", "1.0")), Is.EqualTo(new SatisfactionScore.Answered(1, "csat")));

    [TestCase("N/A")]
    [TestCase(" n/a")]
    [TestCase("99")]
    public void Read_AnswerThatMeansNone_IsUnanswered(string answer) => Assert.That(
        Read(Labelled, ("csat", answer)), Is.EqualTo(new SatisfactionScore.Unanswered($"csat is '{answer.Trim()}', which means no answer")));

    [TestCase("n/a", "N/A")]
    [TestCase("", "n/a")]
    [TestCase("99", null)]
    public void Read_GivenTwiceAndBothMeanNone_IsUnanswered(string one, string? other) => Assert.That(
        Labelled.Read(new PostInteractionForm([new("csat", one), new("csat", other)])), Is.TypeOf<SatisfactionScore.Unanswered>());

    [Test]
    public void Read_GivenTwiceAndOneMeansNone_IsInvalid() =>
        Assert.That(Read(Labelled, ("csat", "n/a"), ("csat", "1")), Is.TypeOf<SatisfactionScore.Invalid>());

    [Test]
    public void Read_OtherWord_IsInvalid() =>
        Assert.That(Read(Labelled, ("csat", "so so")), Is.EqualTo(new SatisfactionScore.Invalid("csat is not a number: 'so so'")));

    [TestCase(ScaleDirection.LowIsWorse, "2", "4", "a", 2)]
    [TestCase(ScaleDirection.LowIsWorse, "4", "2", "b", 2)]
    [TestCase(ScaleDirection.LowIsWorse, "", "4", "b", 4)]
    [TestCase(ScaleDirection.LowIsWorse, "3", "3", "a", 3)]
    [TestCase(ScaleDirection.HighIsWorse, "2", "4", "b", 4)]
    [TestCase(ScaleDirection.HighIsWorse, "4", "2", "a", 4)]
    public void Read_WorstOfSeveralFields_Counts(ScaleDirection worse, string a, string b, string field, int score) => Assert.That(
        Read(new ScoreQuestion(["a", "b"], 1, 5) { Direction = worse }, ("b", b), ("a", a)),
        Is.EqualTo(new SatisfactionScore.Answered(score, field)));

    [TestCase("4", "2", "a", 4)]
    [TestCase(null, "2", "b", 2)]
    public void Read_FirstOfSeveralFields_Counts(string? a, string b, string field, int score) => Assert.That(
        Read(new ScoreQuestion(["a", "b"], 1, 5) { Combine = ScoreCombination.First }, ("b", b), ("a", a)),
        Is.EqualTo(new SatisfactionScore.Answered(score, field)));

    [Test]
    public void Read_WorstWithAnAnswerThatIsNone_AsksForReviewForItMightBeTheWorst() => Assert.That(
        Read(new ScoreQuestion(["a", "b"], 1, 5), ("a", "1"), ("b", "bad")), Is.EqualTo(new SatisfactionScore.Invalid("b is not a number: 'bad'")));

    [Test]
    public void Read_FirstAnsweredBeforeAnInvalidOne_Counts() => Assert.That(
        Read(new ScoreQuestion(["a", "b"], 1, 5) { Combine = ScoreCombination.First }, ("a", "1"), ("b", "bad")),
        Is.EqualTo(new SatisfactionScore.Answered(1, "a")));

    [Test]
    public void Read_NoneOfSeveralFieldsAnswered_IsUnanswered() => Assert.That(
        Read(new ScoreQuestion(["a", "b"], 1, 5), ("a", " ")), Is.EqualTo(new SatisfactionScore.Unanswered("none of a, b is answered")));

    [TestCase("2")]
    [TestCase(" ")]
    public void Constructor_LabelThatIsANumberOrBlank_IsRefused(string word) => Assert.That(
        () => new ScoreQuestion("csat", 1, 5) { Labels = new Dictionary<string, decimal> { [word] = 1 } }, Throws.ArgumentException);

    [TestCase(0)]
    [TestCase(6)]
    public void Constructor_LabelOutsideTheScale_IsRefused(int score) => Assert.That(
        () => new ScoreQuestion("csat", 1, 5) { Labels = new Dictionary<string, decimal> { ["odd"] = score } }, Throws.ArgumentException);

    [Test]
    public void Constructor_LabelTwice_IsRefused() => Assert.That(
        () => new ScoreQuestion("csat", 1, 5) { Labels = new Dictionary<string, decimal> { ["a"] = 1, ["A"] = 2 } }, Throws.ArgumentException);

    [Test]
    public void Constructor_NoFieldOrAScaleWithoutScores_IsRefused()
    {
        Assert.That(() => new ScoreQuestion([], 1, 5), Throws.ArgumentException);
        Assert.That(() => new ScoreQuestion(["a", "A"], 1, 5), Throws.ArgumentException);
        Assert.That(() => new ScoreQuestion(" ", 1, 5), Throws.ArgumentException);
        Assert.That(() => new ScoreQuestion("a", 5, 5), Throws.ArgumentException);
    }

    private static SatisfactionScore Read(ScoreQuestion question, params (string Field, string? Value)[] answers) =>
        question.Read(new PostInteractionForm([.. answers.Select(answer => new FormResponse(answer.Field, answer.Value))]));
}
