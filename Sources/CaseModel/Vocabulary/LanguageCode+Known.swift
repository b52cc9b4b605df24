extension LanguageCode {
  /// Languages with a code of two letters: that code, the one of three, the English name.
  ///
  /// Source: ISO 639-1 and ISO 639-3, from Debian's iso-codes 4.15.
  static let twoLetters = """
    aa.aar.Afar ab.abk.Abkhazian ae.ave.Avestan af.afr.Afrikaans ak.aka.Akan am.amh.Amharic
    an.arg.Aragonese ar.ara.Arabic as.asm.Assamese av.ava.Avaric ay.aym.Aymara az.aze.Azerbaijani
    ba.bak.Bashkir be.bel.Belarusian bg.bul.Bulgarian bi.bis.Bislama bm.bam.Bambara bn.ben.Bengali
    bo.bod.Tibetan br.bre.Breton bs.bos.Bosnian ca.cat.Catalan ce.che.Chechen ch.cha.Chamorro
    co.cos.Corsican cr.cre.Cree cs.ces.Czech cu.chu.Church_Slavic cv.chv.Chuvash cy.cym.Welsh
    da.dan.Danish de.deu.German dv.div.Dhivehi dz.dzo.Dzongkha ee.ewe.Ewe el.ell.Modern_Greek
    en.eng.English eo.epo.Esperanto es.spa.Spanish et.est.Estonian eu.eus.Basque fa.fas.Persian
    ff.ful.Fulah fi.fin.Finnish fj.fij.Fijian fo.fao.Faroese fr.fra.French fy.fry.Western_Frisian
    ga.gle.Irish gd.gla.Scottish_Gaelic gl.glg.Galician gn.grn.Guarani gu.guj.Gujarati gv.glv.Manx
    ha.hau.Hausa he.heb.Hebrew hi.hin.Hindi ho.hmo.Hiri_Motu hr.hrv.Croatian ht.hat.Haitian
    hu.hun.Hungarian hy.hye.Armenian hz.her.Herero ia.ina.Interlingua id.ind.Indonesian
    ie.ile.Interlingue ig.ibo.Igbo ii.iii.Sichuan_Yi ik.ipk.Inupiaq io.ido.Ido is.isl.Icelandic
    it.ita.Italian iu.iku.Inuktitut ja.jpn.Japanese jv.jav.Javanese ka.kat.Georgian kg.kon.Kongo
    ki.kik.Kikuyu kj.kua.Kuanyama kk.kaz.Kazakh kl.kal.Kalaallisut km.khm.Khmer kn.kan.Kannada
    ko.kor.Korean kr.kau.Kanuri ks.kas.Kashmiri ku.kur.Kurdish kv.kom.Komi kw.cor.Cornish
    ky.kir.Kirghiz la.lat.Latin lb.ltz.Luxembourgish lg.lug.Ganda li.lim.Limburgan ln.lin.Lingala
    lo.lao.Lao lt.lit.Lithuanian lu.lub.Luba-Katanga lv.lav.Latvian mg.mlg.Malagasy
    mh.mah.Marshallese mi.mri.Maori mk.mkd.Macedonian ml.mal.Malayalam mn.mon.Mongolian
    mr.mar.Marathi ms.msa.Malay mt.mlt.Maltese my.mya.Burmese na.nau.Nauru nb.nob.Norwegian_Bokmål
    nd.nde.North_Ndebele ne.nep.Nepali ng.ndo.Ndonga nl.nld.Dutch nn.nno.Norwegian_Nynorsk
    no.nor.Norwegian nr.nbl.South_Ndebele nv.nav.Navajo ny.nya.Nyanja oc.oci.Occitan oj.oji.Ojibwa
    om.orm.Oromo or.ori.Oriya os.oss.Ossetian pa.pan.Panjabi pi.pli.Pali pl.pol.Polish ps.pus.Pushto
    pt.por.Portuguese qu.que.Quechua rm.roh.Romansh rn.run.Rundi ro.ron.Romanian ru.rus.Russian
    rw.kin.Kinyarwanda sa.san.Sanskrit sc.srd.Sardinian sd.snd.Sindhi se.sme.Northern_Sami
    sg.sag.Sango si.sin.Sinhala sk.slk.Slovak sl.slv.Slovenian sm.smo.Samoan sn.sna.Shona
    so.som.Somali sq.sqi.Albanian sr.srp.Serbian ss.ssw.Swati st.sot.Southern_Sotho su.sun.Sundanese
    sv.swe.Swedish sw.swa.Swahili ta.tam.Tamil te.tel.Telugu tg.tgk.Tajik th.tha.Thai
    ti.tir.Tigrinya tk.tuk.Turkmen tl.tgl.Tagalog tn.tsn.Tswana to.ton.Tonga tr.tur.Turkish
    ts.tso.Tsonga tt.tat.Tatar tw.twi.Twi ty.tah.Tahitian ug.uig.Uighur uk.ukr.Ukrainian ur.urd.Urdu
    uz.uzb.Uzbek ve.ven.Venda vi.vie.Vietnamese vo.vol.Volapük wa.wln.Walloon wo.wol.Wolof
    xh.xho.Xhosa yi.yid.Yiddish yo.yor.Yoruba za.zha.Zhuang zh.zho.Chinese zu.zul.Zulu
    """

  /// Codes of three letters of languages that have no shorter one: `aa.ab` stands for aaa and aab.
  ///
  /// Source: ISO 639-3, from Debian's iso-codes 4.15.
  static let threeLetters = """
    aa.abcdefghiklnopqstuwxz ab.abcdefghijlmnopqrstuvwxyz ac.abdefhiklmnpqrstuvwxyz
    ad.abdefghijlnoqrstuwxyz ae.abcdeklmnqrsuwyz af.bdeghiknopstuz ag.abcdefghijklmnoqrstuvwxyz
    ah.abghiklmnoprst ai.abcdefghijklmnopqrtwxy aj.aginpsuwz ak.bcdefghijklmopqrstuvwxyz
    al.acdefhijklmnopqrstuwxyz am.abcefgijklmnopqrstuvwxyz an.abcdefghijklmnopqrstuvwxyz
    ao.abcdefgijklmnrstuxz ap.bcdefghijklmnopqrstuvwxyz aq.cdgkmnprtz ar.bcdehijklnopqrsuvwxyz
    as.abcefghijklnopqrstuvwxyz at.abcdegijklmnopqrstuvwxyz au.abcdghijklmnopqrtuwxyz
    av.bdiklmnostuv aw.abceghikmnorstuvwxy ax.begklmx ay.abcdeghiklnopqrstuz az.abdgjmnotz
    ba.abcefghjlnoprsuvwxy bb.abcdefghijklmnopqrstuvwxy bc.abcdefghijklmnopqrstuvwyz
    bd.abcdefghijklmnopqrstuvwxyz be.abcdefghijkmopqstuvwxyz bf.abcdefghijklmnopqrstuwxyz
    bg.abcdefgijklnopqrstuvwxyz bh.abcdefghijlmnopqrstuvwxyz bi.abdefgklmnopqrtuvwxyz
    bj.abcefghijklmnoprstuvwxyz bk.acdfghijklmnopqrstuvwxyz bl.abcdefhijklmnopqrstvwxyz
    bm.abcdefghijklmnopqrstuvwxz bn.abcdefgijklmnopqrsuvwxyz bo.abefghijklmnopqrtuvwxyz
    bp.acdeghijklmnopqrstuvwxyz bq.abcdfghijklmnopqrstuvwxyz br.abcdfghijklmnopqrstuvwxyz
    bs.abcefghijklmnopqrstuvwxy bt.acdefghijmnopqrstuvwxyz bu.abcdefghijkmnopqstuvwxyz
    bv.abcdefghijklmnopqrtuvwxyz bw.abcdefghijklmnopqrstuwxyz bx.abcdefghijklmnopqrsuvwz
    by.abcdefghijklmnopqrstvwxz bz.abcdefghijklmnopqrstuvwxyz ca.abcdefghjklmnopqrsvwxyz
    cb.bcdgijklnoqrstuvwy cc.cdeghjlmopr cd.aefhijmnorsyz ce.abgknty cf.adgm cg.acgk
    ch.bcdfghjklmnopqrtwxyz ci.abcdehkmnprwy cj.aehikmnopsvy ck.bhlmnoqrstuvxyz cl.acdehijklmotuwy
    cm.aegilmnorst cn.abcghiklopqrstuwx co.abcdefghjklmnopqtuvwxz cp.abcginosuxy cq.d
    cr.abcdfghijklmnoqrstvwxyz cs.abcdefghijklmnopqrstvwxyz ct.acdeghlmnopstuyz
    cu.abchijklopqrtuvwxy cv.gn cw.abdegt cy.abo cz.hknot da.acdeghijklmoqrsuvwxz
    db.abdefgijlmnopqrtuvwy dc.cr dd.adegijnorsw de.cdefghiklmnpqrsvz dg.abcdeghiklnorstwxz
    dh.dgilmnorsuvwx di.abcdfghijklmnopqrsuwxyz dj.abcdefijkmnoruw dk.agkrsx dl.gkmn
    dm.abcdefgklmorsuvwxy dn.adegijknortuvwy do.abcefhiklnopqrstvwxyz dp.p dr.bcdegilnoqstuy
    ds.behilnoqz dt.abdhikmnoprstuy du.abcefghiklmnopqrsuvwxyz dv.a dw.akrsuwyz dy.abdgimnouy
    dz.aegln ea.a eb.cgkoru ec.rsy ee.e ef.aei eg.almoy eh.su ei.ptv ej.a ek.aegiklmopry el.ehikmoux
    em.abegikmnpqsuwxyz en.abcdfhlmnoqruvwx eo.t ep.i er.aghikorstw es.eghiklmnoqsuy et.bchnorstuxz
    ev.ehn ew.o ex.t ey.ao ez.ae fa.abdfghijklmnprtuxyz fb.l fc.s fe.r ff.im fg.r fi.aeflprtw fk.kv
    fl.ahilnry fm.pu fn.bgi fo.dimnrs fp.e fq.s fr.cdkmopqrst fs.els fu.bcdefhijmnqrtuvy fv.r fw.ae
    ga.abcdefghijklmnopqrstuwxyz gb.abdefghijklmnopqrsuvwxyz gc.cdeflnrt gd.abcdefghijklmnoqrstux
    ge.abcdfghijklqsvwxyz gf.kt gg.abdegkltuw gh.acehklnorst gi.abcdeghilmnpqrstuwxyz gj.kmnru
    gk.adenopu gl.bcdhjkloruwy gm.abdghlmnruvxyz gn.abcdeghijklmnoqrtuwz
    go.abcdefghijklmnopqrstuvwxyz gp.aen gq.ainru gr.abcdghijmoqrstuvwxyz gs.eglmnopsw gt.au
    gu.abcdefghiklmnopqrstuwxz gv.acefjlmnoprsy gw.abcdefgijmnrtuwx gx.x gy.abdefgilmnoryz gz.ain
    ha.abcdefghijklmnopqrsvwxyz hb.abnou hc.ah hd.nsy he.adghim hg.mw hh.iry hi.abdfghijklortwx hj.i
    hk.aehkns hl.abdetu hm.abcdefghijklmnpqrstuvwyz hn.adeghijnosu ho.abcdehijlmoprstvwyz hp.os
    hr.acekmoptuwxz hs.bhlns ht.iosux hu.bcdefghijklmopqrstuvwxyz hv.ceknv hw.aco hy.aw ia.inr
    ib.abdeghlmnruy ic.ahlr id.abcdeirstu if.abefkmuy ig.beglmnosw ih.bipw ii.n ij.cejns
    ik.eikloprstvwxz il.abgikmopsuv im.ailnorsty in.bghjlmnopstz io.ruw ip.io iq.uw ir.ehiknruxy
    is.acdeghikmnortu it.bdeiklmorstvwxyz iu.m iv.bv iw.kmos ix.cl iy.aox iz.hrz
    ja.abcdefhjklmnoqstuxyz jb.eijkmnortuw jc.st jd.agt je.behiklnrtu jg.beko jh.is
    ji.abcdeghilmoqtuvy jj.er jk.amoprsu jl.es jm.abcdilnrswx jn.adgijls jo.bdgrsw jp.ar jq.r
    jr.abrtu js.l ju.abcdhiklmnoprstuwy jv.dn jw.i jy.aey ka.abcdefghijkmopqvwxy
    kb.abcdeghijklmnopqrstuvwxyz kc.abcdefghijklmnopqrstuvwxyz kd.acdefghijklmnpqrtuwxyz
    ke.abcdefghijklmnopqrstuvwxyz kf.abcdefghijklmnopqrstuvwxyz kg.abefgijklmnopqrstuvwxy
    kh.abcdefghjklnopqrstuvwxyz ki.abcdefghijlmopqstuvwxyz kj.abcdeghijklmnopqrstuvxyz
    kk.abcdefghijklmnopqrstuvwxyz kl.abcdefghijklmnopqrstuvwxyz km.abcdefghijklmnopqrstuvwxyz
    kn.abcdefgijklmnopqrstuvwxyz ko.acdefghiklopqstuvwyz kp.abcdefghijklmnoqrstuvwxyz
    kq.abcdefghijklmnopqrstuvwxyz kr.abcdefhijklnprstuvwxyz ks.abcdefghijklmnopqrstuvwxyz
    kt.abcdefghijklmnopqstuvwxyz ku.bcdefghijklmnopqstuvwxyz kv.abcdefghijklmnopqrtuvwxyz
    kw.abcdefghijklmnoprstuvwxyz kx.abcdfhijkmnopqrstvwxyz ky.abcdefghijklmnopqrstuvwxyz
    kz.abcdefgiklmnopqrsuvwxyz la.abcdefghijlmnpqrsuwxyz lb.bcefgijklmnoqrstuvwxyz lc.cdefhlmpqs
    ld.abdghijklmnopq le.abcdefhijklmnopqrstuvwxyz lf.an lg.abghiklmnoqrtuz lh.ahilmnpstu
    li.abcdefghjklopqrsuvwxyz lj.aeilpwx lk.abcdehijlmnorstuy ll.abcdefghijklmnpqsux
    lm.abcdefghijklnopqruvwxy ln.abdghijlmnsuwz lo.abcefghijklmnopqrstuvwxyz lp.aenox lq.r
    lr.acegiklmnortvz ls.abcdehilmnoprstvwy lt.cghinosu lu.acdefijklmnopqrstuvwyz lv.aiksu
    lw.aeghlmostuw lx.m ly.agn lz.hlnz ma.abdefgijkmnqstuvwxz mb.abcdefhijklmnopqrstuvwxyz
    mc.abcdefghijklmnopqrstuvwxyz md.abcdefghijklmnpqrstuvwxyz me.abcdefhijklmnopqrstuvwyz
    mf.abcdefghijklmnopqrstuvwxyz mg.abcdefghijklmnopqrstuvwyz mh.abcdefgijklmnopqrstuwxyz
    mi.abcdefghijklmnopqrstuwxyz mj.bcdeghijklmnopqrstuvwxyz mk.abcefgijklmnopqrstuvwxyz
    ml.abcefhijklmnopqrsuvwxz mm.abcdefghijklmnopqrtuvwxyz mn.abcdefghijklmnpqrsuvwxyz
    mo.acdeghijkmopqrstuvwxyz mp.abcdeghijklmnopqrstuvwxyz mq.abcefghijklmnopqrstuvwxyz
    mr.abcdefghjklmnopqrstuvwxyz ms.bcdefghijklmnopqrsuvwxyz mt.abcdefghijklmnopqrstuvwxy
    mu.abcdeghijklmopqrstuvxyz mv.abdefghiklnopqrstuvwxyz mw.abcefghiklmnopqrstuvwz
    mx.abcdefghijklmnopqrstuvwxyz my.bcefghjklmoprsuvwxyz mz.abcdeghijklmnopqrstuvwxyz
    na.abcefgjklmnopqrstwxyz nb.abcdeghijkmnopqrstuvwy nc.abcdefghijklmnoqrstuxz
    nd.abcdfghijklmnpqrstuvwxyz ne.abcdefghijkmnoqrstuvwxyz nf.adlru ng.abcdeghijklmnpqrstuvwxyz
    nh.abcdefghikmnopqrtuvwxyz ni.abdefghijklmnoqrstuvwxyz nj.abdhijlmnorstuxyz
    nk.abcdefghijkmnopqrstuvwxz nl.acegijklmoquvwxyz nm.abcdefghijklmnopqrstuvwxyz
    nn.abcdefghijklmnpqrtuvwyz no.acdefghijklmnpqstuvwyz np.abghilnosuxy nq.gklmnoqty
    nr.abcefgiklmnprtuxz ns.abcdefghiklmnopqrstuvwxyz nt.degijkmopruwxyz
    nu.acdefghijklmnopqrstuvwxyz nv.hmo nw.abcegimorwxy nx.adegiklmnoqrx ny.bcdefghijklmnopqrstuvwxy
    nz.abdikmsuyz oa.acrv ob.iklmortu oc.ahmou od.aktu of.osu og.bcegou oh.tu oi.aen oj.bcgpsvw
    ok.abcdeghijklmnorsuvxz ol.adekmortu om.abcgiklnoprtuwxy on.abegijknoprstuwx oo.dgnrs op.akmoty
    or.aceghnorstuvwxyz os.acinoptux ot.abdeiklmnqrstuwxyz ou.abeim ov.d ow.il oy.bdmy oz.m
    pa.bcdefghiklmopqrsuvwxyz pb.bcefghilmnoprstuvy pc.abcdefghijklmnpw pd.acinotu
    pe.abdefghijklmopqsvxyz pf.ael pg.adgiklnsuz ph.adghjklmnoqrtuvw pi.abcdefghjlmnoprstuvwxyz pj.t
    pk.abcghnoprstu pl.abcdeghjklnoqrstuvwyz pm.abdefhijklmnoqrstwxyz pn.abcdeghijklmnopqrstuvwxyz
    po.cefghikmnopqstvwxy pp.eiklmnopqstu pq.am pr.cdefghiklmnopqrstuwxz ps.acdeghilmnopqrstuwy
    pt.ahinopqrtuvwy pu.abcdefgijmopqrtuwxy pw.abgimnorw px.m py.emnsuxy pz.hn
    qu.abcdfghiklmnpqrsvwxyz qv.acehijlmnopswyz qw.achmst qx.achlnopqrstuw qy.ap
    ra.abcdfghijklmnopqrstuvwxyz rb.bklp rc.f rd.b re.abegijlmnrsty rg.aeknrsu rh.gp ri.abflmnrtu
    rj.gis rk.abhimtw rm.abcdefghiklmnopqstuvwxyz rn.bdglnprw ro.bcdefglmopruw rp.nt rr.iot rs.bklmn
    rt.chmsw ru.bcefghikopqtuyz rw.aklmor rx.dw ry.nsu rz.h sa.abcdefhjkmoqrstuvwxyz
    sb.abcdefghijklmnopqrstuvwxyz sc.befghiklnopqstuvwx sd.abcefghjklnopqrstuxz
    se.abcdefghijklnopqrstuvwyz sf.bemsw sg.abcdeghijkmprstuwxyz sh.abcdeghijklmnopqrstuvwxyz
    si.abdefghijklmpqrsuvwxyz sj.abdegklmnoprstuw sk.abcdefghijmnopqrstuvwxyz
    sl.cdefghijlmnpqrstuwxyz sm.abcfghjklmnpqrstuvwxyz sn.cefgijklmnopqrsuvwxyz
    so.abcdeghijklopqrsuvwxyz sp.bcdegiklmnopqrstuvxy sq.ahkmnoqrstux sr.abcefghiklmnoqrstuvwxyz
    ss.bcdefghijklmnopqrstuvxyz st.abdefghijklmnopqrstuvwy su.abcegijkoqrstvwxyz sv.abcekmsx
    sw.bcfghijklmnopqrstuvwxy sx.bcegklmnorsuw sy.abciklmnorswxy sz.abcdeglnpsvwy
    ta.abcdefgjklnopqrsuvwxyz tb.acdefghijklmnoprstuvwxyz tc.abcdefghiklmnopqstuwxyz
    td.abcdefghijklmnoqrstvxy te.abcdefghikmnopqrstuvwxyz tf.inort tg.abcdefhijnopqrstuvwxyz
    th.defhiklmnpqrstuvyz ti.acfghijklmnopqstuvwxyz tj.agijlmnopsuw tk.abdefglmnpqrstuvwxz
    tl.abcdfghijklmnopqrstuvxy tm.abcdefghijklmnoqrstuvwyz tn.abcdghiklmnopqrstuvwxyz
    to.bcdfghijklmopqrsuvwxyz tp.acefgijklmnopqrtuvwxyz tq.blmnopqrtuw tr.abcdefghijlmnopqrstuvwxyz
    ts.abcdeghijklmpqrstuvwxyz tt.abcdefghijklmnopqrstuvwyz tu.abcdefghijlmnoqsuvxyz
    tv.adeklmnostuwxy tw.abcdefghlmnopqrtuwxy tx.abceghijmnoqrstuxy ty.aehijlnprstuvxyz tz.ahjlmnox
    ua.mnr ub.ailruy ud.aegijlmu ue.s uf.i ug.abehnoy uh.an ui.sv uj.i uk.aghiklpqsuvwy
    ul.abcefiklmnuw um.abcdgimnoprsu un.adegikmnruxz uo.n up.iv ur.abcefghiklmnoprtuvwxyz us.ahikpsu
    ut.aehpru uu.mru uv.ehl uw.a uy.a uz.ns va.aefghijlmnoprsuvy vb.bk ve.cdlmopr vg.rt vi.cdfglnstv
    vk.ajklmnoptuz vl.ps vm.abcdefghijklmpqrsuvwxyz vn.kmp vo.rt vr.aost vs.ilv vt.o vu.mnt vw.a
    wa.abcdefghijlmnopqrstuvwxyz wb.abefhijklmpqrstvw wc.ai wd.dgjktuy we.acdghimoprstuw wf.g
    wg.abgiouy wh.agku wi.bcefghijklmnruvy wj.ai wk.abdlruwy wl.aceghiklmorsuvwxy wm.abcdeghimnostwx
    wn.bcdegikmnopuwy wo.abcdefgikmnorswy wp.c wr.bghiklmnoprsuvwxyz ws.agikrsuv wt.fhikmw
    wu.abdhlmnrtuvxy ww.aborw wx.aw wy.bimnry xa.abcdegijklmnopqrstuvwy xb.bcdegijmnoprwy
    xc.bceghlmnortuvwy xd.ackmoqy xe.bdglmprstu xf.a xg.abdfgilmruw xh.acdemrtuv xi.bilnrsvy xj.bt
    xk.abcdefgijklnopqrstuvwxyz xl.abcdeginopsuy xm.abcdefghjklmnopqrstuvwxyz xn.abghijkmnoqrstuyz
    xo.cdgikmnoprw xp.abcdefghijklmnopqrstuvwxyz xq.at xr.abdegimnrtuw xs.abcdehijlmnopqrsuvy
    xt.abcdeghijlmnopqrstuvwy xu.abdgjlmnoprtu xv.einos xw.acdegjklortw xx.bkmrt xy.abjklty xz.hmp
    ya.abcdefghijklmnopqrstuvwxyz yb.abehijklmnoxy yc.hlnp yd.adegk ye.aceijlrstuvy yg.ailmprsuw
    yh.adls yi.afghijklmnpqrstuvxz yk.agiklmnortuy yl.abegilmnoruy ym.bcdeghiklmnopqrsxz
    yn.adegklnoqsu yo.bgiklmntxy yp.abghmnopz yr.abeklmnoswy ys.cdglmnoprsy yt.alpwy
    yu.abcdefgijklmnpqrtwxyz yv.at yw.aglnqrtuw yx.aglmuy yy.ruz yz.gk za.abcdefghijklmopqrstuvwxyz
    zb.aceltuw zc.adh zd.j ze.aghn zg.abhmnr zh.bdinw zi.abklmnwz zk.abdghknoprtuvz zl.ajmnq
    zm.abcdefghijklmnopqrstuvwxyz zn.aegks zo.chmoqrs zp.abcdefghijklmnopqrstuvwxyz zq.e zr.agnops
    zs.aklmru zt.eglmnpqstuxy zu.ahmny zw.a zx.x zy.bgjnp zz.aj
    """
}
