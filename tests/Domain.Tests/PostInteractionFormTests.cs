namespace CxoneAssist.Domain.Tests;

internal sealed class PostInteractionFormTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static PostInteractionForm Form(string score, DateTimeOffset? at = null) => new([new("overall_satisfaction", score)], at);

    private static FollowUpDecision Decide(params PostInteractionForm[] forms) => FollowUpPolicy.Default.Decide(
        new PolicyInput(new CompletedInteraction("i-1", "a-1"), Noon, PostInteractionForm.LastOf(forms)), Noon);

    [Test]
    public void LastOf_DatedForms_IsTheOneSubmittedLastWhateverTheirOrder()
    {
        var (early, late) = (Form("1", Noon.AddHours(-1)), Form("5", Noon));
        Assert.That(PostInteractionForm.LastOf([early, late]), Is.SameAs(late));
        Assert.That(PostInteractionForm.LastOf([late, early]), Is.SameAs(late));
    }

    [Test]
    public void Decide_UndatedFormsThatDiffer_GoesToReview()
    {
        var review = (ReviewRequired)Decide(Form("5"), Form("1"));
        Assert.That(review.Reason, Does.StartWith("the customer submitted several forms that differ"));
        Assert.That(Decide(Form("5", Noon), Form("1")), Is.InstanceOf<ReviewRequired>(), "the undated one may be the last");
        Assert.That(Decide(Form("5", Noon), Form("1", Noon)), Is.InstanceOf<ReviewRequired>(), "both at once");
    }

    [Test]
    public void Decide_UndatedFormsThatSayTheSame_IsDecided() => Assert.That(Decide(Form("2"), Form("2")), Is.InstanceOf<FollowUpRequired>());

    [Test]
    public void LastOf_None_Throws() => Assert.That(() => PostInteractionForm.LastOf([]), Throws.ArgumentException);
}
